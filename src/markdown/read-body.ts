/** What the text of an essay alone tells of its page, without notes formatted and without a page. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { EssayRecord } from '../essay/essay-record.ts';
import type { ParsedEssay } from './parse-essay.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeNotes } from './rehype-notes.ts';

export interface ReadBody {
  /** The notes are without their texts. */
  readonly record: EssayRecord;
  /** Every anchor that the text gives its page: notes, markers, paragraphs, headings, and ids typed as JSX. */
  readonly anchors: readonly string[];
}

/** `undefined` when the text cannot be read. */
export function readBody({ tree, data }: ParsedEssay): ReadBody | undefined {
  if (tree === undefined) return undefined;
  const file = new VFile({ data: { ...data } });
  const html = toHtml(tree);
  unified().use(rehypeHeadings).use(rehypeNotes, { lang: 'en' }).runSync(html, file);
  const { record } = file.data;
  return record && { record, anchors: idsOf(html) };
}

/** What only MDX knows stays what it is, and is none of the words. */
const passThrough = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

function toHtml(tree: Root): HtmlRoot {
  const html = toHast(tree, { clobberPrefix: '', passThrough: [...passThrough] });
  return html.type === 'root' ? html : { type: 'root', children: [] };
}

function idsOf(tree: HtmlRoot): string[] {
  const ids: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && typeof node.properties['id'] === 'string')
      ids.push(node.properties['id']);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id')
          if (typeof attribute.value === 'string') ids.push(attribute.value);
  });
  return ids;
}
