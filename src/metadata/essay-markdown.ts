import { formatPartialDate } from './partial-date.ts';
import type { PublishedEssay } from './published-essay.ts';

/** The essay as Markdown, with its notes as GFM has them (https://github.github.com/gfm/), for readers of text. */
export function toMarkdown({ essay, url, record }: PublishedEssay): string {
  const { title, authors, date, lang, description, remarks } = essay;
  const about = [authors.join(', '), formatPartialDate(date, lang), url];
  const notes = record.notes.map(({ number, text }) => `[^${number}]: ${escapeMarkdown(text)}`);
  const parts = [
    `# ${escapeMarkdown(title)}`,
    about.filter(Boolean).join(' · '),
    description && `> ${escapeMarkdown(description)}`,
    record.markdown,
    ...notes,
    ...(remarks.length > 0 ? ['## Editorial remarks'] : []),
    ...remarks.map(({ text }) => `- ${escapeMarkdown(text)}`),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Text that is to be read as it stands; addresses stay addresses. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>#|~]/g, '\\$&')))
    .join('');
}
