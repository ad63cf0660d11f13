/** What each note becomes: a citation, or a note in the author's own words, in which sources may be cited. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { citeInWords } from './cite-in-words.ts';
import { sourcesOf, writeCitation, writeInNote } from './cite-sources.ts';
import { excerpt, type Remark, writtenCitation } from './document.ts';
import { attribute, isElement, listElements, type Placed, wordsOf } from './hast.ts';
import type { LearnedSources, TextNote } from './learn-sources.ts';
import type { NoteMatcher } from './match-notes.ts';
import type { Note } from './take-notes.ts';
import type { NoteForm } from './write-markdown.ts';

/** Makes entries of what notes name in words that no entry prints. */
export type Learn = (notes: readonly TextNote[]) => Promise<LearnedSources>;

export interface FormedNotes {
  /** By the names of the notes. */
  readonly forms: ReadonlyMap<string, NoteForm>;
  readonly learned: LearnedSources;
  /** What cites a source that has no key, in the document's words. */
  readonly unkeyed: readonly string[];
}

/** What the bibliography has is told before anything is learned. */
export async function formNotes(
  notes: readonly Note[],
  keys: ReadonlyMap<string, string>,
  matcher: NoteMatcher,
  learn: Learn,
): Promise<FormedNotes> {
  const matched = new Map<string, string>();
  const unmatched: Note[] = [];
  for (const note of notes.filter(({ content }) => citationsIn(content).length === 0)) {
    const text = await matchNote(note, matcher);
    if (text === undefined) unmatched.push(note);
    else matched.set(note.name, text);
  }
  const learned = await learn(unmatched);
  const unkeyed: string[] = [];
  const forms = new Map<string, NoteForm>();
  for (const note of notes) {
    const text = matched.get(note.name) ?? learned.citations.get(note.name);
    const isCited = text !== undefined;
    forms.set(
      note.name,
      isCited ? { kind: 'citation', text } : await formOf(note, keys, matcher, unkeyed),
    );
  }
  return { forms, learned, unkeyed };
}

/** By the numbers that the notes have on the page. */
export function describeLearned(notes: readonly Note[], { citations }: LearnedSources): Remark[] {
  const places = notes.flatMap(({ name }, index) => {
    const text = citations.get(name);
    return text === undefined ? [] : [`note ${index + 1} is [${text}]`];
  });
  if (places.length === 0) return [];
  const [what, are] = places.length === 1 ? ['A note', 'is'] : [`${places.length} notes`, 'are'];
  return [
    {
      kind: 'offered',
      message: `${what} that only named a source in words ${are} cited from the bibliography now, which prints the same words. See that each part is what it is: ${places.join(', ')}.`,
    },
  ];
}

function citationsIn(content: ElementContent[]): Placed[] {
  return listElements({ type: 'root', children: content }).filter(
    ({ node }) => node.tagName === 'source-citation',
  );
}

function matchNote({ content }: Note, matcher: NoteMatcher): Promise<string | undefined> {
  const root: Root = { type: 'root', children: content };
  return matcher.match(
    wordsOf(root),
    listElements(root).flatMap(({ node }) =>
      isElement(node, 'a') ? [attribute(node, 'href')] : [],
    ),
  );
}

/** A citation where the note is nothing else; its own words where it says more. */
async function formOf(
  { label, content }: Note,
  keys: ReadonlyMap<string, string>,
  matcher: NoteMatcher,
  unkeyed: string[],
): Promise<NoteForm> {
  const root: Root = { type: 'root', children: content };
  const citations = citationsIn(content);
  const [only] = citations;
  const around = wordsWithout(root, only?.node);
  if (only !== undefined && citations.length === 1 && /^[\s.;,]*$/.test(around)) {
    const text = writeCitation(sourcesOf(only.node), keys);
    if (text !== undefined) return { kind: 'citation', text };
  }
  for (const { node, around: parents } of citations) putInNote(node, parents[0], keys, unkeyed);
  if (citations.length === 0) citeInWords(content, await matcher.printedIn(wordsOf(root)));
  return { kind: 'note', label, content: root.children as ElementContent[] };
}

function wordsWithout(root: Root, node: Element | undefined): string {
  if (node === undefined) return wordsOf(root);
  const words = node.children;
  node.children = [];
  const rest = wordsOf(root);
  node.children = words;
  return rest;
}

/** In a note a citation is printed where it stands. */
function putInNote(
  node: Element,
  parent: Parents | undefined,
  keys: ReadonlyMap<string, string>,
  unkeyed: string[],
): void {
  if (parent === undefined) return;
  const index = parent.children.indexOf(node);
  const text = writeInNote(sourcesOf(node), keys);
  if (text === undefined) unkeyed.push(excerpt(textOf(node)));
  parent.children.splice(
    index,
    1,
    ...(text === undefined ? node.children : [writtenCitation(text)]),
  );
}
