/** The citation node of the Markdown tree, and how it comes from tokens. */
import type { Literal } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { type Citation, type CitationFault, parseCitation } from '../citations/citation.ts';
import type { LocatorReader } from '../citations/locator.ts';

/** `[see @key, p. 3]`, or `@key [p. 3]` in the prose; `value` is the text between the brackets, or all of it, as typed. */
export interface CitationNode extends Literal {
  type: 'citation';
  citation: Citation;
  faults: readonly CitationFault[];
  /** Typed without brackets: its author is named where it stands. */
  isInText?: true;
  /** What stands in the prose before its marker. */
  name?: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

/** `locators` reads those of the essay's language. */
export function mdastCitation(locators: LocatorReader): Extension {
  return {
    enter: {
      authorInText(token) {
        const value = this.sliceSerialize(token);
        const { citation, faults } = parseCitation(
          value.replace(/\s*\[([^[\]]*)\]$/, ', $1'),
          locators,
        );
        this.enter({ type: 'citation', value, citation, faults, isInText: true }, token);
      },
      citation(token) {
        const value = this.sliceSerialize(token).slice(1, -1);
        this.enter({ type: 'citation', value, ...parseCitation(value, locators) }, token);
      },
    },
    exit: {
      authorInText(token) {
        this.exit(token);
      },
      citation(token) {
        this.exit(token);
      },
    },
  };
}
