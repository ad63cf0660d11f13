/** What notes that are all words say of sources: of many at once, since each run of a style costs. */
import type { Root } from 'hast';
import type { Library } from '../formatting/load-library.ts';
import type { PrintedSource } from './cite-in-words.ts';
import { attribute, citationsIn, isElement, listElements, wordsOf } from './hast.ts';
import { type ProvedSource, proveSources } from './learn-sources.ts';
import type { NoteMatcher, NoteWords } from './match-notes.ts';
import type { Note } from './take-notes.ts';

export interface Told {
  /** What stands between the brackets of the citation that prints the same. */
  readonly cited?: string | undefined;
  /** What it names, where no entry prints the same. */
  readonly proved?: ProvedSource | undefined;
  /** Sources that stand in it as they are printed. */
  readonly printed: readonly PrintedSource[];
}

export type ToldNotes = ReadonlyMap<Note, Told>;

/** What the bibliography has is told before anything is learned. */
export async function tellNotes(
  all: readonly Note[],
  matcher: NoteMatcher,
  formatter: ReturnType<Library['singleNotes']>,
): Promise<ToldNotes> {
  const notes = all.filter(({ content }) => citationsIn(content).length === 0);
  const matched = await matcher.match(notes.map(wordsIn));
  const others = notes.filter((_, index) => matched[index] === undefined);
  const proved = await proveSources(
    others.map(({ content }) => content),
    formatter,
  );
  const printed = await matcher.printedIn(others.map(wordsIn));
  return new Map<Note, Told>([
    ...notes.map((note, index) => [note, { cited: matched[index], printed: [] }] as const),
    ...others.map(
      (note, index) => [note, { proved: proved[index], printed: printed[index] ?? [] }] as const,
    ),
  ]);
}

function wordsIn({ content }: Note): NoteWords {
  const root: Root = { type: 'root', children: content };
  const links = listElements(root).flatMap(({ node }) =>
    isElement(node, 'a') ? [attribute(node, 'href')] : [],
  );
  return { words: wordsOf(root), links };
}
