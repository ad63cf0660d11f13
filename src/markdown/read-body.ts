/** What the text of an essay alone tells of its page, without notes formatted and without a page. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { type EssayRecord, essayRecord } from '../essay/essay-record.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { checkingPlugins } from './processor.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeNotes } from './rehype-notes.ts';

export interface ReadBody {
  /** The notes are without their texts. */
  readonly record: EssayRecord;
  /** Every anchor that the text gives its page: notes, markers, paragraphs, headings, and ids typed as JSX. */
  readonly anchors: readonly string[];
}

/** `path` and `body` are as for `checkBody`. Nothing when the text cannot be read. */
export async function readBody(
  path: string,
  body: string,
  library: CitationLibrary,
): Promise<ReadBody | undefined> {
  const file = new VFile({ path, value: body });
  const reader = unified().use(remarkParse).use(remarkMdx).use(checkingPlugins(library));
  try {
    const tree = reader.parse(file);
    await reader.run(tree, file);
    const html = toHtml(tree);
    await unified()
      .use(rehypeHeadings)
      .use(rehypeNotes, { lang: 'en', messagesFor: (around) => loadMessages(around, 'en') })
      .run(html, file);
    const record = essayRecord.parse(file.data.astro?.frontmatter?.['record']);
    return { record, anchors: idsOf(html) };
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function toHtml(tree: Root): HtmlRoot {
  const passThrough = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const;
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
