import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Citation } from '../citations/citation.ts';
import { smartPunctuation } from '../i18n/smart-punctuation.ts';
import './file-data.ts';

/**
 * Sets the punctuation of the essay's language in the author's words around a citation, after its note has an anchor
 * that is made of what was typed.
 *
 * Input: `[see O'Neill's "life" in @kim2019]`
 * Output: the same as `[see O’Neill’s “life” in @kim2019]`
 */
export const remarkSmartCitations: Plugin<[], Root> = () => (_tree, file) => {
  const { lang = 'en', citations = [] } = file.data;
  file.data.citations = citations.map((placed) => ({
    ...placed,
    citation: setWords(placed.citation, lang),
  }));
};

/** The text tells one citation from another, be it in an essay in another language. */
function setWords(citation: Citation, lang: string): Citation {
  const items = citation.items.map((item) => ({
    ...item,
    prefix: smartPunctuation(item.prefix, lang),
    suffix: smartPunctuation(item.suffix, lang),
  }));
  const isSame = items.every(
    ({ prefix, suffix }, index) =>
      prefix === citation.items[index]?.prefix && suffix === citation.items[index]?.suffix,
  );
  return isSame ? citation : { items, text: `${lang}: ${citation.text}` };
}
