import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import { mdastCitation } from './mdast-citation.ts';
import { micromarkAuthorInText } from './micromark-author-in-text.ts';
import { micromarkCitation } from './micromark-citation.ts';

/**
 * Teaches the parser Pandoc's citations.
 *
 * Input: `Resolution 84.[@unsc1950] This`
 * Output: text, `{ type: 'citation', value: '@unsc1950' }`, text; `@unsc1950` alone has `isInText`
 */
export const remarkCitations: Plugin<[], Root> = function (this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    micromarkCitation(),
    micromarkAuthorInText(),
  ];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdastCitation()];
};
