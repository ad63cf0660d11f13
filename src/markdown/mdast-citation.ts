/** The citation node of the Markdown tree, and how it comes from tokens. */
import type { Literal } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { type Citation, type CitationFault, parseCitation } from '../citations/citation.ts';

/** `[see @key, p. 3]`; `value` is the text between the brackets as typed. */
export interface CitationNode extends Literal {
  type: 'citation';
  citation: Citation;
  faults: readonly CitationFault[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

export function mdastCitation(): Extension {
  return {
    enter: {
      citation(token) {
        const value = this.sliceSerialize(token).slice(1, -1);
        this.enter({ type: 'citation', value, ...parseCitation(value) }, token);
      },
    },
    exit: {
      citation(token) {
        this.exit(token);
      },
    },
  };
}
