/** Letters that the PDF has no font for, before it is made. */
import type { ElementContent, Root as HtmlRoot } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { readableAddress } from '../bibliography/readable-address.ts';
import { findFonts } from '../editions/find-fonts.ts';
import { describeMissingLetters } from '../editions/missing-letters.ts';
import { findMissingLetters } from '../editions/typst.ts';
import type { Essay } from '../essay/essay.ts';
import { printedMatter } from '../essay/matter.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import { type Project, parsedEssay } from '../project.ts';

/** Not in Latin, Greek and Cyrillic, nor a sign of punctuation: the typesetter's own fonts have these. */
const rareLetter = /[^\u0020-\u024f\u0370-\u03ff\u0400-\u04ff\u2000-\u206f\s]/gu;

/** Of what is printed of all essays: the words of their authors, and those of their notes. */
export async function checkLetters(project: Project): Promise<Problem[]> {
  const { root, settings, essays, library } = project;
  const printed = await Promise.all(
    essays.map(async (essay) => ({ essay, letters: await rareLetters(project, essay) })),
  );
  const letters = new Set(printed.flatMap((each) => [...each.letters]));
  if (letters.size === 0) return [];
  const missing = findMissingLetters([...letters], findFonts(settings.print.fonts, root));
  // Another essay may have them in an address, where nobody sees them.
  const printing = printed.filter((each) => missing.some((letter) => each.letters.has(letter)));
  const files = [
    ...printing.map(({ essay }) => essay),
    ...[...library.texts].map(([name, text]) => ({ name, text })),
  ];
  return describeMissingLetters(missing, files);
}

async function rareLetters(project: Project, file: EssayFile): Promise<ReadonlySet<string>> {
  const { tree, data } = parsedEssay(project, file);
  // The tree may be taken while the notes are waited for.
  const words = [
    ...printedFields(file.essay, project.settings.site.lang),
    ...(tree === undefined ? [] : printedWords(tree)),
  ];
  const notes = (await project.library.notes?.format(data.citations ?? [])) ?? [];
  const text = [...words, ...notes.flatMap((note) => printedNote(note ?? []))].join('\n');
  return new Set(Array.from(text.matchAll(rareLetter), ([letter]) => letter));
}

function printedFields(essay: Essay | undefined, siteLang: string): string[] {
  if (essay === undefined) return [];
  const { fullTitle, series, picture, remarks } = essay;
  const { names = [], places = [], borders = [], beyond = [] } = picture?.map ?? {};
  // Of a picture that is no map, the PDF has nothing.
  const shown = picture?.map && [picture.caption, picture.credit ?? ''];
  return [
    fullTitle,
    series?.title ?? '',
    ...printedMatter(essay, siteLang),
    ...(shown ?? []),
    ...[...names, ...places, ...borders, ...beyond].map(({ name }) => name),
    ...remarks.map(({ text }) => text),
  ];
}

/** Without addresses: where no font has their letters, they are printed encoded. */
function printedWords(tree: Root): string[] {
  const words: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' && wordsOf(node) === readableAddress(node.url)) return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      words.push(node.value);
    return undefined;
  });
  return words;
}

function printedNote(children: readonly ElementContent[]): string[] {
  const words: string[] = [];
  const tree: HtmlRoot = { type: 'root', children: [...children] };
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'a')
      if (textOf(node) === readableAddress(String(node.properties['href']))) return SKIP;
    if (node.type === 'text') words.push(node.value);
    return undefined;
  });
  return words;
}
