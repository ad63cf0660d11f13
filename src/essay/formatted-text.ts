/** A field of front matter that is written in Markdown: an abstract, acknowledgements. */
import { toHtml } from 'hast-util-to-html';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { text } from './field-kinds.ts';
import { plainText } from './plain-text.ts';

export interface FormattedText {
  /** As it was typed. */
  readonly markdown: string;
  readonly html: string;
  /** The words alone, on one line. */
  readonly plain: string;
}

export const markdown = text
  .refine((typed) => !hasForeign(typed), 'expected Markdown without HTML and images')
  .refine((typed) => !hasProgram(typed), 'expected links to pages of the web or to mail addresses')
  .refine(
    (typed) => !hasConstruct(typed),
    'expected Markdown without formulas, notes, labels, attributes, subscripts and superscripts, which only the text has',
  );

export function formatText(typed: string): FormattedText {
  const tree = toHast(fromMarkdown(typed));
  return { markdown: typed, html: toHtml(tree), plain: plainText(tree) };
}

/** What would not be shown, or not in every edition. */
function hasForeign(typed: string): boolean {
  return nodesOf(typed).some(({ type }) => ['html', 'image', 'imageReference'].includes(type));
}

/** A link that no page may have: `javascript:`, `file:`. */
function hasProgram(typed: string): boolean {
  return nodesOf(typed).some(
    (node) => 'url' in node && /^\s*(?!https?:|mailto:)[a-z][a-z\d+.-]*:/i.test(node.url),
  );
}

/** What would be shown as it is typed: what the text of an essay has beyond Markdown. */
const construct = new RegExp(
  [
    String.raw`\]\{`,
    String.raw`\[\^[^\]\s]+\]`,
    String.raw`(?<![\w.@-])@(?:fig|tbl|eq|sec|note)-\w`,
    String.raw`(?<=[\p{L}\p{N})])([~^])(?![~^])[^\s~^[\]]+(?<!\\)\1(?![~^])`,
    String.raw`(?<!\w)\$(?=[^\s$])[^$]*[^\s\\]\$(?!\d)`,
  ]
    .map((source) => String.raw`(?<!\\)${source}`)
    .join('|'),
  'iu',
);

function hasConstruct(typed: string): boolean {
  return nodesOf(typed).some(
    ({ type, position }) =>
      type === 'text' && construct.test(typed.slice(position?.start.offset, position?.end.offset)),
  );
}

function nodesOf(typed: string): Nodes[] {
  const nodes: Nodes[] = [];
  visit(fromMarkdown(typed), (node) => {
    nodes.push(node);
  });
  return nodes;
}
