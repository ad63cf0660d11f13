/**
 * Everything wrong with the content of the site, in three parts: what is quick to tell, the rest, and what is
 * wrong with drafts, which no build looks at.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkUncited } from '../bibliography/read-bibliography.ts';
import { findCitations, findKeys } from '../citations/find-citations.ts';
import { listFiles } from '../disk/list-files.ts';
import { checkAddresses, checkFiles } from '../essay/check-addresses.ts';
import { checkFrontMatter } from '../essay/check-front-matter.ts';
import { essaysFolder, slugOf } from '../essay/essay-file.ts';
import { isDraft } from '../essay/read-yaml.ts';
import { type SplitEssay, splitFrontMatter } from '../essay/split-front-matter.ts';
import { checkPrinted } from '../formatting/check-printed.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import { checkBody } from '../markdown/check-body.ts';
import { checkSiteAddress } from '../metadata/check-site-address.ts';
import { checkSiteSettings } from '../metadata/check-site-settings.ts';
import { readRegister } from '../permalinks/read-register.ts';
import type { Problem } from '../problems/problem.ts';
import { site } from '../site.ts';
import { memoizeByEssay } from './memoize-by-essay.ts';

export interface EssayFile extends SplitEssay {
  /** Absolute. */
  readonly path: string;
  /** As the author knows it. */
  readonly name: string;
  /** Last part of the essay's address. */
  readonly slug: string;
  readonly text: string;
}

export interface Content {
  readonly library: CitationLibrary;
  /** Those that are published. */
  readonly essays: readonly EssayFile[];
  readonly drafts: readonly EssayFile[];
  /** Every file below the folder of essays, as a path from there. */
  readonly files: readonly string[];
  /** Addresses of pages that have moved, as far as the register can be read. */
  readonly retired: readonly string[];
}

/** Essays that are as they were in `last` are the same objects as there. */
export async function readContent(
  root: string,
  library: CitationLibrary,
  last?: Content,
): Promise<Content> {
  const known = new Map([...(last?.essays ?? []), ...(last?.drafts ?? [])].map((e) => [e.path, e]));
  const home = join(root, essaysFolder);
  const files = existsSync(home) ? await listFiles(home) : [];
  const all = await Promise.all(
    files
      .filter((path) => path.endsWith('.mdx'))
      .map(async (path) => {
        const text = await readFile(path, 'utf8');
        const same = known.get(path);
        if (same?.text === text) return same;
        const slug = slugOf(relative(home, path).replaceAll('\\', '/'));
        return { path, name: library.nameOf(path), slug, text, ...splitFrontMatter(text) };
      }),
  );
  const { essays = [], drafts = [] } = Object.groupBy(all, ({ yaml }) =>
    isDraft(yaml) ? 'drafts' : 'essays',
  );
  const register = await readRegister(root);
  return {
    library,
    essays,
    drafts,
    retired: 'problem' in register ? [] : Object.keys(register.permalinks.retired),
    files: files.map((path) => relative(home, path).replaceAll('\\', '/')),
  };
}

/** Bibliography, citation style and front matter; which sources nobody cites, be it in a draft. */
export async function checkMetadata(content: Content): Promise<Problem[]> {
  const { library, essays, drafts, files, retired } = content;
  const { bibliography, problems } = await library.load();
  const cited = new Set([...essays, ...drafts].flatMap(({ text }) => findKeys(text)));
  return [
    ...problems,
    ...checkSiteAddress(site.url),
    ...checkSiteSettings(site),
    ...checkUncited(bibliography, cited),
    ...(await checkAllFields(essays, library)),
    ...checkFiles(files).filter(isNotIn(drafts)),
    ...checkAddresses(essays, retired),
  ];
}

/** The text of every essay and the notes it gets. A build does this anyway, while it makes the pages. */
export async function checkBodies({ library, essays }: Content): Promise<Problem[]> {
  const found = await Promise.all(essays.map((essay) => checkText(essay, library)));
  return [...found.flat(), ...(await checkNotes(essays, library))];
}

/** The same for drafts; a source that an essay cites, too, is the essay's. */
export async function checkDrafts(content: Content): Promise<Problem[]> {
  const { library, essays, drafts, files, retired } = content;
  if (drafts.length === 0) return [];
  const found = await Promise.all(drafts.map((draft) => checkText(draft, library)));
  const printed = new Set((await checkNotes(essays, library)).map(({ message }) => message));
  const problems = [
    ...(await checkAllFields(drafts, library)),
    ...checkFiles(files).filter((problem) => !isNotIn(drafts)(problem)),
    ...checkAddresses([...essays, ...drafts], retired).filter(
      (problem) => !isNotIn(drafts)(problem),
    ),
    ...found.flat(),
    ...(await checkNotes(drafts, library)).filter(({ message }) => !printed.has(message)),
  ];
  return problems.map((problem) => ({ ...problem, isInDraft: true }));
}

const checkText = memoizeByEssay(({ path, body }, library) => checkBody(path, body, library));

const checkFields = memoizeByEssay(({ path, name, yaml }, _library, { bibliography }) => {
  const exists = (image: string) => existsSync(join(dirname(path), image));
  return checkFrontMatter(yaml, name, { bibliography, exists });
});

async function checkAllFields(essays: readonly EssayFile[], library: CitationLibrary) {
  return (await Promise.all(essays.map((essay) => checkFields(essay, library)))).flat();
}

async function checkNotes(essays: readonly EssayFile[], library: CitationLibrary) {
  const { bibliography, formatter } = await library.load();
  if (formatter === undefined) return [];
  const citations = essays.flatMap(({ body }) => findCitations(body));
  return checkPrinted(citations, await formatter.format(citations), bibliography);
}

function isNotIn(files: readonly EssayFile[]): (problem: Problem) => boolean {
  const names = new Set(files.map(({ name }) => name));
  return ({ file }) => !names.has(file);
}

/** The text of a file that a problem may name. */
export function textOf(content: Content, name: string): string | undefined {
  const { library, essays, drafts } = content;
  const essay = [...essays, ...drafts].find((each) => each.name === name);
  return essay?.text ?? library.textOf(name);
}
