/** What our plugins hand on from one to the next with the file they work on. */
import type { Definition, Image } from 'mdast';
import type { VFile } from 'vfile';
import type { NumberedTarget } from '../citations/labels.ts';
import type { NumberedNote } from '../citations/notes.ts';
import type { PlacedCitation } from '../citations/positions.ts';
import type { Construct } from '../essay/constructs.ts';
import type { EssayRecord, Heading, Paragraph } from '../essay/essay-record.ts';
import type { PunctuationEdit } from '../i18n/smart-punctuation.ts';
import type { Place, Problem } from '../problems/problem.ts';
import type { RawEssay } from './raw-essay.ts';

declare module 'vfile' {
  interface DataMap {
    /** The essay's file from the top of the project, as the author knows it. */
    name: string;
    /** Language of the essay, BCP 47; `undefined` when its front matter is faulty. */
    lang: string | undefined;
    /** Everything wrong with this essay so far. */
    problems: Problem[];
    /** The essay as typed, read once for all checks. */
    rawEssay: RawEssay;
    /** The paragraphs as numbered. */
    paragraphs: readonly Paragraph[];
    /** What was changed in the source for the punctuation of the language. */
    punctuation: readonly PunctuationEdit[];
    /** What has a label and a number, in reading order. */
    targets: readonly NumberedTarget[];
    /** Every id that the author gave by a label, with a number or without. */
    labels: readonly string[];
    /** Changes of the source that say in Markdown what references say. */
    references: readonly PunctuationEdit[];
    /** Its pictures that are files beside it. */
    pictures: readonly PictureUse[];
    /** Files beside it that it leads to. */
    linkedFiles: readonly FileUse[];
    /** The notes as numbered, before they are formatted. */
    notes: readonly NumberedNote[];
    /** The prose in Markdown: see `EssayRecord`. */
    markdown: string;
    /** Names that it imports. */
    imports: readonly string[];
    /** The citations of the file; an element with `data-citation="2"` stands for the one at index 2. */
    citations: readonly PlacedCitation[];
    /** The author's headings, with their anchors. */
    headings: readonly Heading[];
    /** What it has that few essays have. */
    constructs: readonly Construct[];
    /** What every rendering reads. */
    record: EssayRecord;
  }
}

/** A file that an essay names. */
export interface FileUse {
  /** From the top of the project. */
  readonly file: string;
  /** As the author typed it. */
  readonly url: string;
  readonly place: Place;
  readonly length: number;
}

export interface PictureUse extends FileUse {
  readonly addressNode: Image | Definition;
}

export function report(file: VFile, problems: readonly Problem[]): void {
  file.data.problems = [...(file.data.problems ?? []), ...problems];
}
