/** What may stand between the dashes at the top of an essay. */
import { z } from 'zod';
import { mapFieldNames, mapSpec } from '../maps/map-spec.ts';
import { parsePartialDate } from './partial-date.ts';

/** Something that is said. */
export const text = z.string().trim().min(1, 'expected some text');

/** YAML reads 2019 as a number and 2019-09-14 as a moment; an essay's date is neither. */
const date = z.preprocess(
  (value) => {
    if (typeof value === 'number') return String(value);
    if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
    return value;
  },
  z.string().transform((value, context) => {
    const parsed = parsePartialDate(value);
    if (parsed !== undefined) return parsed;
    context.addIssue('expected a date as exact as it is known: 2019, 2019-09 or 2019-09-14');
    return z.NEVER;
  }),
);

/** A language by its tag, BCP 47. Its first part may have more than three letters, but no language has. */
export const language = text.refine((tag) => {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}, 'expected a language tag such as en, ko or pt-BR');

/** An editor's remark on the published text, kept apart from the author's words. */
const remark = z.strictObject({
  about: text.optional().describe('Key of the source whose note it is about.'),
  text: text.describe('What the editors say.'),
});

/** The picture above the text: a map drawn from what is said here, or an image file beside the essay. */
const picture = z
  .strictObject({
    map: mapSpec.optional().describe('A map that the site draws, instead of an image.'),
    image: text.optional().describe('The file of an image: its path from the essay’s.'),
    alt: text.describe('What it shows, for whoever does not see it (WCAG 1.1.1).'),
    caption: text.describe('What stands below it.'),
    credit: text.optional().describe('Whose it is. A map credits its data by itself.'),
  })
  .superRefine(({ map, image, credit }, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (map === undefined && image === undefined) wrong('image', 'expected an image, or a map');
    if (map !== undefined && image !== undefined) wrong('image', 'expected no image beside a map');
    if (image !== undefined && credit === undefined) wrong('credit', 'expected whose it is');
  });

/** What is said of a field here, an editor shows beside it. */
const fields = z.strictObject({
  title: text.describe('The title.'),
  date: date.meta({
    description: 'When it was published, as exact as it is known: 2019, 2019-09 or 2019-09-14.',
    // To an editor, a year alone is a number.
    type: ['string', 'number'],
  }),
  draft: z
    .boolean('expected true or false')
    .default(false)
    .describe('Whether it is a draft: shown by `npm run dev`, and never published.'),
  lang: language
    .optional()
    .describe('The language it is written in, such as en, ko or pt-BR; the site’s when left out.'),
  description: text.optional().describe('A sentence for lists and search engines.'),
  authors: z
    .array(text, 'expected a list, each name on a line of its own as in “- Smith, Anna”')
    .default([])
    .describe('Names as they are to be read; left out when the essay names no author.'),
  remarks: z
    .array(remark)
    .default([])
    .describe('Remarks by the editors of the site, shown below the notes.'),
  picture: picture.optional().describe('The picture above the text: an image file, or a map.'),
});

/** Names of the fields, for whoever misspells one. */
export const fieldNames = [
  ...[fields, remark, picture].flatMap(({ shape }) => Object.keys(shape)),
  ...mapFieldNames,
];

/** A field that is named and left empty is not there. */
export const frontMatter = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
      : value,
  fields,
);

export type FrontMatter = z.infer<typeof frontMatter>;
export type LeadPicture = z.infer<typeof picture>;
