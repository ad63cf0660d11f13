/**
 * One essay as one record: the numbers, anchors, sources, uses and text of its notes, its headings, its
 * length. It is worked out once, in the Markdown pipeline, and travels with the rendered essay; every
 * rendering reads it.
 */
import { z } from 'zod';

/** One marker in the text. */
const noteUse = z.object({
  /** Id of the marker, `fnref-roblin2018`. */
  anchor: z.string(),
  /** The top-level paragraph it stands in, from 1; absent outside paragraphs (lists, quotations). */
  paragraph: z.number().optional(),
  /** The sentence it stands in or behind, as plain text without markers. */
  sentence: z.string(),
});

const note = z.object({
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
  /** The note as the citation style gives it: plain text, without back-links. */
  text: z.string(),
});

const heading = z.object({
  /** 1 to 6. */
  depth: z.number(),
  anchor: z.string(),
  /** What it says, without markers. */
  text: z.string(),
});

export const essayRecord = z.object({
  notes: z.array(note),
  /** The author's headings, in reading order. */
  headings: z.array(heading),
  /** Words of the text without its notes; in Chinese, Japanese and Korean script, characters. */
  words: z.number(),
  /** The prose in Markdown, with GFM markers (`[^roblin2018]`) and without the notes they lead to. */
  markdown: z.string().default(''),
});

export type NoteUse = z.infer<typeof noteUse>;
export type Note = z.infer<typeof note>;
export type Heading = z.infer<typeof heading>;
export type EssayRecord = z.infer<typeof essayRecord>;

/** Keys of all sources the essay cites, in order of first citation, each once. */
export function citedKeys({ notes }: EssayRecord): string[] {
  return [...new Set(notes.flatMap(({ keys }) => keys))];
}
