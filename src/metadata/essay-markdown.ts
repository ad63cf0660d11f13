import { stringify } from 'yaml';
import { noteLabel } from '../citations/anchors.ts';
import type { Essay } from '../essay/essay.ts';
import type { PublishedEssay } from './published-essay.ts';

/**
 * The essay as Markdown, with its notes as GFM has them (https://github.github.com/gfm/), for readers of text
 * and as an essay that a site like this reads to the same paragraphs, anchors and notes.
 */
export function toMarkdown({ essay, record }: PublishedEssay): string {
  const notes = record.notes.map(
    ({ anchor, text }) => `[^${noteLabel(anchor)}]: ${escapeMarkdown(text)}`,
  );
  const body = [record.markdown, ...notes].filter(Boolean).join('\n\n');
  return `---\n${frontMatterOf(essay)}---\n\n${body}\n`;
}

function frontMatterOf({ title, date, lang, draft, authors, description, remarks }: Essay): string {
  const fields = {
    title,
    date: date.iso,
    lang,
    ...(draft && { draft }),
    ...(authors.length > 0 && { authors }),
    ...(description && { description }),
    ...(remarks.length > 0 && { remarks: remarks.map(({ text }) => ({ text })) }),
  };
  return stringify(fields, { lineWidth: 0 });
}

/** Text that is to be read as it stands, in Markdown and in MDX; addresses stay addresses. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]{}<>#|~]/g, '\\$&')))
    .join('');
}
