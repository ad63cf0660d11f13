/** What each note becomes: a citation, or a note in the author's own words, in which sources may be cited. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { citeInWords } from './cite-in-words.ts';
import { sourcesOf, writeCitation, writeInNote } from './cite-sources.ts';
import { excerpt, type Remark, writtenCitation } from './document.ts';
import { citationsIn, wordsOf } from './hast.ts';
import type { LearnedSources } from './learn-sources.ts';
import type { Note } from './take-notes.ts';
import type { ToldNotes } from './tell-notes.ts';
import type { NoteForm } from './write-markdown.ts';

export interface FormedNotes {
  /** By the names of the notes. */
  readonly forms: ReadonlyMap<string, NoteForm>;
  /** What cites a source that has no key, in the document's words. */
  readonly unkeyed: readonly string[];
}

export function formNotes(
  notes: readonly Note[],
  keys: ReadonlyMap<string, string>,
  told: ToldNotes,
  learned: LearnedSources,
): FormedNotes {
  const unkeyed: string[] = [];
  const forms = new Map<string, NoteForm>();
  for (const note of notes) {
    const text = told.get(note)?.cited ?? learned.citations.get(note.name);
    const form = text === undefined ? formOf(note, keys, told, unkeyed) : cited(text);
    forms.set(note.name, form);
  }
  return { forms, unkeyed };
}

function cited(text: string): NoteForm {
  return { kind: 'citation', text };
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

/** A citation where the note is nothing else; its own words where it says more. */
function formOf(
  note: Note,
  keys: ReadonlyMap<string, string>,
  told: ToldNotes,
  unkeyed: string[],
): NoteForm {
  const { label, content } = note;
  const root: Root = { type: 'root', children: content };
  const citations = citationsIn(content);
  const [only] = citations;
  const around = wordsWithout(root, only?.node);
  if (only !== undefined && citations.length === 1 && /^[\s.;,]*$/.test(around)) {
    const text = writeCitation(sourcesOf(only.node), keys);
    if (text !== undefined) return cited(text);
  }
  for (const { node, around: parents } of citations) putInNote(node, parents[0], keys, unkeyed);
  citeInWords(content, told.get(note)?.printed ?? []);
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
