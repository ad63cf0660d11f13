/** Word, OpenDocument, Markdown, LaTeX and JATS, which Pandoc reads; notes and citations keep what Pandoc would lose. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { z } from 'zod';
import type { PandocJob, SkippedContent } from '../editions/pandoc.ts';
import { mapNodes, type PandocTree, pandocTree } from '../editions/pandoc-tree.ts';
import { excerpt, type Remark } from './document.ts';
import { ImportFailure } from './failure.ts';
import { markTree } from './mark-tree.ts';
import { readSigns, withoutSigns } from './note-signs.ts';
import { allText } from './pandoc-text.ts';
import { openPandoc } from './run-pandoc.ts';

export interface PandocReading {
  readonly meta: Readonly<Record<string, unknown>>;
  /** The abstract as Markdown. */
  readonly abstract: string | undefined;
  readonly body: Root;
  readonly media: Readonly<Record<string, Uint8Array>>;
  /** CSL-JSON; empty when there is none. */
  readonly references: string;
  readonly remarks: readonly Remark[];
  /** What Pandoc passed over. */
  readonly skipped: readonly SkippedContent[];
  /** As `ReadDocument` has them. */
  readonly words: string;
}

/** `from` is the format by Pandoc's name, `input` the file itself. */
export async function readByPandoc(
  name: string,
  from: string,
  input: string | Uint8Array,
): Promise<PandocReading> {
  const pandoc = openPandoc(name);
  try {
    const run = async (job: PandocJob) => {
      const result = await pandoc.run(job);
      if (result.failure !== '')
        throw new ImportFailure(`“${name}” cannot be read: ${firstSentence(result.failure)}`);
      return result;
    };
    const read = await run({
      options: {
        from,
        to: 'json',
        standalone: true,
        'track-changes': 'all',
        verbosity: 'INFO',
        // Of a picture that is elsewhere, Pandoc would have its description as words.
        ...(typeof input !== 'string' && { 'extract-media': 'media' }),
      },
      files: { in: typeof input === 'string' ? input : new Uint8Array(input) },
    });
    const tree = pandocTree.parse(JSON.parse(read.text));
    const marked = markTree(tree);
    const html = await run({
      options: { from: 'json', to: 'html5', wrap: 'none', 'syntax-highlighting': 'none' },
      files: { in: JSON.stringify(marked.tree) },
    });
    const body = fromHtml(html.text, { fragment: true });
    readSigns(body);
    const abstract = await writeAbstract(tree, run);
    const references =
      'references' in tree.meta
        ? (
            await run({
              options: { from: 'json', to: 'csljson' },
              files: { in: JSON.stringify(tree) },
            })
          ).text
        : '';
    return {
      meta: tree.meta,
      abstract,
      body,
      media: read.media,
      references,
      remarks: marked.remarks,
      skipped: read.skipped,
      words: allText(tree.blocks),
    };
  } finally {
    await pandoc.close();
  }
}

/** Without its notes, which go to the text, and without headings, which front matter has none of. */
async function writeAbstract(
  { meta, ...tree }: PandocTree,
  run: (job: PandocJob) => Promise<{ text: string }>,
): Promise<string | undefined> {
  const { t, c } = metaField.safeParse(meta['abstract']).data ?? {};
  if (t !== 'MetaBlocks' && t !== 'MetaInlines') return undefined;
  const content = mapNodes(c, (node) => {
    if (node.t === 'Note') return [];
    const [, , words] = node.t === 'Header' && Array.isArray(node.c) ? node.c : [];
    return words === undefined ? undefined : [{ t: 'Para', c: [{ t: 'Strong', c: words }] }];
  });
  const blocks = t === 'MetaBlocks' ? content : [{ t: 'Para', c: content }];
  const { text } = await run({
    options: { from: 'json', to: 'commonmark', wrap: 'none' },
    files: { in: JSON.stringify({ ...tree, meta: {}, blocks }) },
  });
  return withoutSigns(text).trim() || undefined;
}

const metaField = z.object({ t: z.string(), c: z.unknown() });

function firstSentence(text: string): string {
  const line = text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
    .slice(0, 2)
    .join(' ');
  return `Pandoc says “${excerpt(line, 200)}”.`;
}
