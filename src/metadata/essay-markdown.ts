import { stringify } from 'yaml';
import { noteLabel } from '../citations/anchors.ts';
import { encodeBracket, pictureAddress } from '../essay/picture-address.ts';
import { frontMatterOf } from './front-matter-of.ts';
import type { PublishedEssay } from './published-essay.ts';
import { relativeLink } from './relative-link.ts';

/**
 * The essay as Markdown, with its notes as GFM has them (https://github.github.com/gfm/), for readers of text
 * and as an essay that a site like this reads to the same paragraphs, anchors and notes. `pictures` are the addresses
 * from the top of the site, with a slash, by the files of its record.
 */
export function toMarkdown(
  { essay, record }: PublishedEssay,
  pictures: ReadonlyMap<string, string> = new Map(),
): string {
  const notes = record.notes.map(
    ({ anchor, text }) => `[^${noteLabel(anchor)}]: ${escapeMarkdown(text)}`,
  );
  // The longest first, since one may begin as another does.
  const files = [...pictures].toSorted(([a], [b]) => b.length - a.length);
  const prose = files.reduce(
    (text, [file, address]) =>
      text.replaceAll(
        pictureAddress(file),
        relativeLink(essay.path, address.replace(/^\//, '')).replace(/[()]/g, encodeBracket),
      ),
    record.markdown,
  );
  const body = [prose, ...notes].filter(Boolean).join('\n\n');
  const yaml = stringify(frontMatterOf(essay), { lineWidth: 0 });
  return `---\n${yaml}---\n\n${body}\n`;
}

/** Text that is to be read as it stands, in Markdown and in MDX; addresses stay addresses. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]{}<>#|~^$@]/g, '\\$&')))
    .join('');
}
