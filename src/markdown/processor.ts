/**
 * The one ordered list of everything that happens to an essay between its tree and HTML. What happens to it before,
 * `parse-essay.ts` has: an essay is parsed and checked once.
 */
import { unified } from '@astrojs/markdown-remark';
import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import type { PlacedCitation } from '../citations/positions.ts';
import type { EssayRecord } from '../essay/essay-record.ts';
import type { ParsedEssay } from './parse-essay.ts';
import { rehypeConstructs } from './rehype-constructs.ts';
import { rehypeFormatCitations } from './rehype-format-citations.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeNotes } from './rehype-notes.ts';
import { type Counterpart, rehypeParagraphLinks } from './rehype-paragraph-links.ts';
import { rehypeReadableAddresses } from './rehype-readable-addresses.ts';
import { rehypeTableCaptions } from './rehype-table-captions.ts';
import { rehypeWideBlocks } from './rehype-wide-blocks.ts';

export interface ProcessorOptions {
  /** Language of the site, BCP 47, for an essay that says none and for what the citation style prints. */
  readonly lang: string;
  /** The essay at an absolute path as it was parsed; its tree becomes the caller's. */
  readonly take: (path: string) => ParsedEssay;
  /** What the citation style prints; `undefined` for what was never formatted. */
  readonly formatted: (citation: PlacedCitation) => readonly ElementContent[] | undefined;
  /** Is told what every rendering of an essay reads, by the name of its file. */
  readonly keep: (name: string, record: EssayRecord) => void;
  /** The versions in other languages of an essay, by the name of its file. */
  readonly counterparts: (name: string) => readonly Counterpart[];
}

export function essayProcessor({ lang, take, formatted, keep, counterparts }: ProcessorOptions) {
  return unified({
    // Astro would add both by itself; the list is the whole truth.
    gfm: false,
    smartypants: false,
    remarkPlugins: [[remarkParsed, take]],
    remarkRehype: {
      // The ids of notes are published, so they carry no prefix.
      clobberPrefix: '',
    },
    rehypePlugins: [
      // Before the notes are finished, so that their record holds the formatted text.
      [rehypeFormatCitations, { formatted, lang }],
      rehypeReadableAddresses,
      // Before a table is put into what scrolls it.
      rehypeTableCaptions,
      // Before Astro, which would give headings ids of ours, and before the record that lists them.
      rehypeHeadings,
      rehypeConstructs,
      [rehypeNotes, { lang }],
      [rehypeKeepRecord, keep],
      // After the record, which counts the words of the text alone.
      [rehypeParagraphLinks, { lang, counterparts }],
      rehypeWideBlocks,
    ],
  });
}

/** Takes the tree of an essay that is parsed already in the place of parsing it again. */
const remarkParsed: Plugin<[ProcessorOptions['take']], string, Root> = function (
  this: Processor,
  take,
) {
  this.parser = (_text: string, file: VFile) => {
    const { tree, data } = take(file.path);
    if (tree === undefined) throw new Error(`${file.path} is no MDX.`);
    Object.assign(file.data, data);
    return tree;
  };
};

/** Lets the record travel with the rendered essay, as front matter does, and tells whoever keeps it. */
const rehypeKeepRecord: Plugin<[ProcessorOptions['keep']], HtmlRoot> = (keep) => (_tree, file) => {
  const { record, name } = file.data;
  if (record === undefined || name === undefined) return;
  keep(name, record);
  file.data.astro ??= {};
  file.data.astro.frontmatter = { ...file.data.astro.frontmatter, record };
};
