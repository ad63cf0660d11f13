import type { Literal } from 'mdast';

/** One thing that is referred to. */
export interface ReferenceItem {
  /** `fig-tumen`, or `note-kim2019` for a note. */
  readonly label: string;
  /** As typed, with its `@`. */
  readonly words: string;
  /** `@Fig-tumen` begins a sentence. */
  readonly isCapital: boolean;
  /** `-@fig-tumen` asks for the number alone. */
  readonly isBare: boolean;
  /** Text around it, between the brackets. */
  readonly before: string;
  readonly after: string;
}

/** `@fig-tumen`, `[see @fig-tumen; @tbl-trade]`; `value` is all of it, as typed. */
export interface CrossReference extends Literal {
  type: 'crossReference';
  items: readonly ReferenceItem[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    crossReference: CrossReference;
  }
  interface RootContentMap {
    crossReference: CrossReference;
  }
}
