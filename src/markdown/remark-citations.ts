import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import { englishLocators, type LocatorReader } from '../citations/locator.ts';
import { mdastAttributes } from './mdast-attributes.ts';
import { mdastCitation } from './mdast-citation.ts';
import { mdastMath } from './mdast-math.ts';
import { mdastScripts } from './mdast-scripts.ts';
import { micromarkAttributes } from './micromark-attributes.ts';
import { micromarkAuthorInText } from './micromark-author-in-text.ts';
import { micromarkCitation } from './micromark-citation.ts';
import { micromarkMath } from './micromark-math.ts';
import { micromarkScripts } from './micromark-scripts.ts';

/**
 * Teaches the parser what Pandoc has and GFM has not: citations, attributes, formulas, scripts.
 *
 * Input: `Resolution 84.[@unsc1950] This`
 * Output: text, `{ type: 'citation', value: '@unsc1950' }`, text; `@unsc1950` alone has `isInText`
 */
export const remarkCitations: Plugin<[LocatorReader?], Root> = function (
  this: Processor,
  locators = englishLocators,
) {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    micromarkCitation(),
    micromarkAuthorInText(),
    micromarkAttributes(),
    micromarkMath(),
    micromarkScripts(),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    mdastCitation(locators),
    mdastAttributes(),
    mdastMath(),
    mdastScripts(),
  ];
};
