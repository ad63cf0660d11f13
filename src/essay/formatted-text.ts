/** A field of front matter that is written in Markdown: an abstract, acknowledgements. */
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { text } from './field-kinds.ts';

export interface FormattedText {
  /** As it was typed. */
  readonly markdown: string;
  readonly html: string;
  /** The words alone, on one line. */
  readonly plain: string;
}

export const markdown = text.refine(
  (typed) => !hasForeign(typed),
  'expected Markdown without HTML and images',
);

export function formatText(typed: string): FormattedText {
  const tree = fromMarkdown(typed);
  const words = tree.children.map((block) => wordsOf(block).replace(/\s+/g, ' '));
  return { markdown: typed, html: toHtml(toHast(tree)), plain: words.join(' ') };
}

/** What would not be shown, or not in every edition. */
function hasForeign(typed: string): boolean {
  let isForeign = false;
  visit(fromMarkdown(typed), ['html', 'image', 'imageReference'], () => {
    isForeign = true;
  });
  return isForeign;
}
