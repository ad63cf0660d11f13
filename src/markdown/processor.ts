/** The one ordered list of everything that happens to an essay between Markdown and HTML. */
import { existsSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import rehypeUnwrapImages from 'rehype-unwrap-images';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import type { MessagesFor } from '../i18n/messages-for.ts';
import type { Severities } from '../problems/problem.ts';
import { rehypeFormatCitations } from './rehype-format-citations.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeNotes } from './rehype-notes.ts';
import { rehypeParagraphLinks } from './rehype-paragraph-links.ts';
import { rehypeWideBlocks } from './rehype-wide-blocks.ts';
import { remarkCheckCitations } from './remark-check-citations.ts';
import { remarkCheckImages } from './remark-check-images.ts';
import { remarkCheckNotes } from './remark-check-notes.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkStopOnProblems } from './remark-stop-on-problems.ts';

/** Everything that finds problems; `npm run check` runs these alone. */
export function checkingPlugins(library: CitationLibrary) {
  return [
    // Notes and tables. First, so that our citations are tried before its constructs at the same `[`.
    remarkGfm,
    remarkCitations,
    // Before the notes are rewritten, while every node is still what the author typed.
    [remarkCheckCitations, library],
    [remarkCheckNotes, library],
    [remarkCheckImages, { library, exists: existsSync }],
    // Before the tree becomes HTML, where GFM numbers the notes by first use as we do.
    [remarkNotes, library],
  ] satisfies PluggableList;
}

export interface ProcessorOptions {
  readonly library: CitationLibrary;
  readonly severities: Severities;
  /** Language of the site, BCP 47, for an essay that says none and for what the citation style prints. */
  readonly lang: string;
  /** What the site itself adds, in the language of an essay. */
  readonly messagesFor: MessagesFor;
}

export function essayProcessor({ library, severities, lang, messagesFor }: ProcessorOptions) {
  return unified({
    // Astro would add both by itself; the list above and below is the whole truth.
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      ...checkingPlugins(library),
      // Last of the remark plugins: everything wrong is known, and nothing wrong goes further.
      [remarkStopOnProblems, { library, severities }],
    ],
    remarkRehype: {
      // The ids of notes are published, so they carry no prefix.
      clobberPrefix: '',
    },
    rehypePlugins: [
      // Before the notes are finished, so that their record holds the formatted text.
      [rehypeFormatCitations, { library, severities }],
      // Before Astro, which would give headings ids of ours, and before the record that lists them.
      rehypeHeadings,
      [rehypeNotes, { lang, messagesFor }],
      // After the record, which counts the words of the text alone.
      [rehypeParagraphLinks, { lang, messagesFor }],
      // A picture alone is no paragraph.
      rehypeUnwrapImages,
      rehypeWideBlocks,
    ],
  });
}
