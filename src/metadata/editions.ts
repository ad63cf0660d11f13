/** The files beside an essay's page that hold the same essay in other forms. */
import type { Essay } from '../essay/essay.ts';

/** What is made from the finished page; the Markdown is written with it. */
export const madeFormats = ['pdf', 'epub', 'docx', 'jats'] as const;
export type MadeFormat = (typeof madeFormats)[number];

export interface Edition {
  readonly format: MadeFormat | 'markdown';
  /** Address from the top of the site: `2019/09/slug/slug.pdf`. */
  readonly path: string;
  readonly mediaType: string;
  /** As readers know it. */
  readonly name: string;
}

/** Every edition of an essay, in the order they are offered in. */
export function editionsOf({ path, slug }: Pick<Essay, 'path' | 'slug'>): Edition[] {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return [
    { format: 'pdf', path: `${path}${slug}.pdf`, mediaType: 'application/pdf', name: 'PDF' },
    {
      format: 'epub',
      path: `${path}${slug}.epub`,
      mediaType: 'application/epub+zip',
      name: 'EPUB',
    },
    { format: 'docx', path: `${path}${slug}.docx`, mediaType: docx, name: 'Word' },
    { format: 'jats', path: `${path}${slug}.xml`, mediaType: 'application/xml', name: 'JATS' },
    { format: 'markdown', path: `${path}index.md`, mediaType: 'text/markdown', name: 'Markdown' },
  ];
}

/** What a page has in the place of an edition's size until the edition is made. */
export function sizePlaceholder({ path }: Edition): string {
  return `{size of ${path}}`;
}
