/** Numbers the notes of one essay and names them. */
import { z } from 'zod';
import {
  citationAnchorName,
  labelAnchorName,
  markerAnchor,
  noteAlias,
  noteAnchor,
} from './anchors.ts';
import type { Citation } from './citation.ts';

/** One marker in the prose, before it is numbered. */
export type NoteReference = {
  /** The number of the paragraph it stands in, `3` or `3a`. */
  readonly paragraph: string | undefined;
  /** The sentence it stands in or behind, as plain text. */
  readonly sentence: string;
} & (
  | { readonly kind: 'citation'; readonly citation: Citation }
  | {
      readonly kind: 'discursive';
      readonly label: string;
      /** What the text of the note cites. */
      readonly cites: readonly Citation[];
    }
);

/** One marker in the text. */
const noteUse = z.object({
  /** Id of the marker, `fnref-roblin2018`. */
  anchor: z.string(),
  /** The number of the paragraph it stands in, `3` or `3a`; absent outside paragraphs (lists, quotations). */
  paragraph: z.string().optional(),
  /** The sentence it stands in or behind, as plain text without markers. */
  sentence: z.string(),
});

/** A note before its text is formatted. */
export const numberedNote = z.object({
  /** From 1, in order of first use. */
  number: z.number(),
  kind: z.enum(['citation', 'discursive']),
  /** Id of the note, `fn-roblin2018`. */
  anchor: z.string(),
  /** Second id of the note, `fn-2`. */
  alias: z.string(),
  /** Keys of all sources that the note cites, in order, each once. */
  keys: z.array(z.string()),
  /** Every marker of the note, in reading order; never empty. */
  uses: z.array(noteUse),
});

export type NoteUse = z.infer<typeof noteUse>;
export type NumberedNote = z.infer<typeof numberedNote>;

export interface NumberedNotes {
  readonly notes: readonly NumberedNote[];
  /** For each reference, in the order given, the number of its note. */
  readonly numbers: readonly number[];
}

/** Whether a citation that is repeated leads to its first note again, or to a new one each time. */
export type NoteNumbering = 'reuse' | 'continue';

/** Numbers the notes in order of first use. A note in the author's own words keeps its number when it is used again. */
export function numberNotes(
  references: readonly NoteReference[],
  numbering: NoteNumbering = 'reuse',
): NumberedNotes {
  const notes = new Map<string, NumberedNote>();
  const times = new Map<string, number>();
  const numbers = references.map((reference) => {
    const identity = noteIdentity(reference);
    const time = (times.get(identity) ?? 0) + 1;
    times.set(identity, time);
    const isNew = numbering === 'continue' && reference.kind === 'citation';
    const name = isNew ? `${time} ${identity}` : identity;
    const note = notes.get(name) ?? startNote(reference, notes.size + 1, time);
    notes.set(name, addUse(note, reference, time));
    return note.number;
  });
  return { notes: [...notes.values()], numbers };
}

/** Anchors that two notes of one essay would share, each with the numbers of both. */
export function clashingAnchors(
  notes: readonly NumberedNote[],
): { anchor: string; first: number; second: number }[] {
  const owners = new Map<string, number>();
  const clashes: { anchor: string; first: number; second: number }[] = [];
  for (const { number, anchor, uses } of notes) {
    for (const id of [anchor, ...uses.map((use) => use.anchor)]) {
      const first = owners.get(id);
      if (first === undefined) owners.set(id, number);
      else if (clashes.at(-1)?.second !== number)
        clashes.push({ anchor: id, first, second: number });
    }
  }
  return clashes;
}

/** The name an anchor is made from, without `fn-`. */
export function anchorNameOf(reference: NoteReference): string {
  return reference.kind === 'citation'
    ? citationAnchorName(reference.citation)
    : labelAnchorName(reference.label);
}

/** Two citations are one note when they say the same, however typed: `[@a, 12]` and `[@a, p. 12]`. */
function noteIdentity(reference: NoteReference): string {
  if (reference.kind === 'discursive') return `^${reference.label.toLowerCase()}`;
  const items = reference.citation.items;
  return JSON.stringify(items.map(({ words: _, ...meaning }) => meaning));
}

function startNote(reference: NoteReference, number: number, time: number): NumberedNote {
  const citations = reference.kind === 'citation' ? [reference.citation] : reference.cites;
  return {
    number,
    kind: reference.kind,
    anchor: noteAnchor(anchorNameOf(reference), time),
    alias: noteAlias(number),
    keys: [...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)))],
    uses: [],
  };
}

function addUse(note: NumberedNote, reference: NoteReference, time: number): NumberedNote {
  const anchor = markerAnchor(anchorNameOf(reference), time);
  const { paragraph, sentence } = reference;
  const use = { anchor, ...(paragraph !== undefined && { paragraph }), sentence };
  return { ...note, uses: [...note.uses, use] };
}
