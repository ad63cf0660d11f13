import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import { mdastCitation } from './mdast-citation.ts';
import { micromarkCitation } from './micromark-citation.ts';

/**
 * Teaches the parser Pandoc's citations.
 *
 * Input: `Resolution 84.[@unsc1950] This`
 * Output: text, `{ type: 'citation', value: '@unsc1950' }`, text
 */
export const remarkCitations: Plugin<[], Root> = function (this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), micromarkCitation()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdastCitation()];
};
