/** Letters that the PDF has no font for, before it is made. */
import { toString as textOf } from 'hast-util-to-string';
import { findFonts } from '../editions/find-fonts.ts';
import { describeMissingLetters } from '../editions/missing-letters.ts';
import { findMissingLetters } from '../editions/typst.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import { type Project, parsedEssay } from '../project.ts';
import { essayBody } from './predict-pages.ts';

/** Not in Latin, Greek and Cyrillic, nor a sign of punctuation: the typesetter's own fonts have these. */
const rareLetter = /[^\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u2000-\u206f\s]/gu;

/** Of what is printed of all essays: the words of their authors, and those of their notes. */
export async function checkLetters(project: Project): Promise<Problem[]> {
  const letters = new Set<string>();
  for (const essay of project.essays) {
    const text = await printedText(project, essay);
    for (const [letter] of text.matchAll(rareLetter)) letters.add(letter);
  }
  if (letters.size === 0) return [];
  const { root, settings, essays, library } = project;
  const missing = findMissingLetters([...letters], findFonts(settings.print.fonts, root));
  const files = [...essays, ...[...library.texts].map(([name, text]) => ({ name, text }))];
  return describeMissingLetters(missing, files);
}

async function printedText(project: Project, file: EssayFile): Promise<string> {
  const body = essayBody(project, file);
  const citations = parsedEssay(project, file).data.citations ?? [];
  const notes = (await project.library.notes?.format(citations)) ?? [];
  return [
    JSON.stringify(file.frontMatter.data),
    body?.record.markdown ?? '',
    ...(body?.record.notes ?? []).map(({ text }) => text),
    ...notes.map((children) => textOf({ type: 'root', children: [...(children ?? [])] })),
  ].join('\n');
}
