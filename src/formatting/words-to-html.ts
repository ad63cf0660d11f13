import type { ElementContent } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';

/** What the words around a citation may not be: anything but text with emphasis, code and escapes. */
const disable = {
  null: [
    'autolink',
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'headingAtx',
    'htmlFlow',
    'htmlText',
    'labelEnd',
    'labelStartImage',
    'labelStartLink',
    'list',
    'setextUnderline',
    'thematicBreak',
  ],
};

/** The author's words around a citation, in Markdown, as the content of a paragraph. */
export function wordsToHtml(words: string): ElementContent[] {
  const root = toHast(fromMarkdown(words.toWellFormed(), { extensions: [{ disable }] }));
  const paragraph = root.type === 'root' ? root.children[0] : undefined;
  return paragraph?.type === 'element' ? paragraph.children : [];
}
