/** What may stand between the dashes at the top of an essay. */
import { z } from 'zod';
import { mapFieldNames, mapSpec } from '../maps/map-spec.ts';
import { correctionObject } from './changes.ts';
import { date, label, language, text } from './field-kinds.ts';
import { markdown } from './formatted-text.ts';
import { doi } from './identifiers.ts';
import { license } from './license.ts';
import { elsewhereObject, original } from './original.ts';
import { organization, person, personFields } from './people.ts';

/** A list of sources at the end; of those that the bibliography gives the keyword `primary`, one apart. */
const sourceList = z.union(
  [z.boolean(), z.literal('divided', 'expected true, false or divided')],
  'expected true, false or divided',
);

/** An editor's remark on the published text, kept apart from the author's words. */
const remark = z.strictObject({
  about: text
    .optional()
    .describe('Key of the source whose note it is about, or the label of a note.'),
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

/** What the essay is part of, without a number where it has none. */
const seriesObject = z.strictObject({
  title: text.describe('The title of the series.'),
  number: label.optional().describe('The number of the essay in the series.'),
});

const award = z.strictObject({
  source: organization.describe('Who gave it: a name, or `{ name: …, ror: … }`.'),
  id: label.optional().describe('The number by which the source knows it.'),
});

const fundingObject = z.strictObject({
  statement: markdown
    .optional()
    .describe('What is said of it, as the source may ask, in Markdown.'),
  awards: z.array(award, 'expected a list').default([]).describe('Each award: `source`, `id`.'),
});

/** One, or a list of several. */
const people = z.union([person.transform((each) => [each]), z.array(person)], {
  error: 'expected a name, { name: …, orcid: … }, or a list of these',
});

/** What is said of a field here, an editor shows beside it. */
const fields = z.strictObject({
  title: text.describe('The title.'),
  subtitle: text.optional().describe('The subtitle, shown below the title.'),
  date: date.describe(
    'When it was published, as exact as it is known: 2019, 2019-09 or 2019-09-14.',
  ),
  updated: date
    .optional()
    .describe('When it was last changed in another way than by a correction.'),
  corrections: z
    .array(correctionObject, 'expected a list, each with its date and text')
    .default([])
    .describe('Each correction: `date`, `text` in Markdown, and `at`, the paragraph: p4.'),
  draft: z
    .boolean('expected true or false')
    .default(false)
    .describe('Whether it is a draft: shown by `npm run dev`, and never published.'),
  lang: language
    .optional()
    .describe('The language it is written in, such as en, ko or pt-BR; the site’s when left out.'),
  description: text.optional().describe('A sentence for lists and search engines.'),
  authors: z
    .array(person, 'expected a list, each name on a line of its own as in “- Smith, Anna”')
    .default([])
    .describe(
      'Names, or for each `name`, `orcid`, `affiliation`, `email`, `roles`, `corresponding`; left out when the essay names no author.',
    ),
  editor: people.default([]).describe('Who edited it: a name or a list, written as authors are.'),
  translator: people.default([]).describe('Who translated it, likewise.'),
  translationOf: original
    .optional()
    .describe(
      'What it was translated from: `/2019/09/essay/`, or `{ title: …, lang: ko, url: … }`.',
    ),
  translations: z
    .array(elsewhereObject, 'expected a list, each with its title, lang and url')
    .default([])
    .describe('Translations on other sites: `title`, `lang`, `url`. Those of this site name it.'),
  abstract: markdown.optional().describe('A summary above the text, in Markdown.'),
  keywords: z
    .array(
      text.refine((word) => !/[,;]/.test(word), 'expected one keyword, without a comma'),
      'expected a list, as in [Russia, North Korea]',
    )
    .default([])
    .describe('What it is about, word by word, for libraries: `[Russia, North Korea]`.'),
  series: z
    .union(
      [text.transform((title): z.output<typeof seriesObject> => ({ title })), seriesObject],
      'expected a title, or { title: …, number: … }',
    )
    .optional()
    .describe('What it is part of: a title, or `{ title: …, number: 3 }`.'),
  dedication: markdown.optional().describe('To whom it is dedicated, in Markdown.'),
  version: label.optional().describe('Which version of the essay this is: 2, or 1.1.'),
  doi: doi.optional().describe('The DOI that it is registered under: 10.5555/12345678.'),
  license: license
    .optional()
    .describe('The licence it is under, by its SPDX id: CC-BY-4.0. The foot names and links it.'),
  copyright: text.optional().describe('Whose the rights are: © 2026 Anna Müller.'),
  funding: z
    .union(
      [
        markdown.transform((statement): z.output<typeof fundingObject> => {
          return { statement, awards: [] };
        }),
        fundingObject,
      ],
      'expected a sentence, or { statement: …, awards: … }',
    )
    .optional()
    .describe(
      'Who paid for it: a sentence, or `statement` and `awards`, each with `source`, `id`.',
    ),
  acknowledgements: markdown.optional().describe('Whom it thanks, in Markdown.'),
  competingInterests: markdown
    .optional()
    .describe('What else its authors have to do with its subject, or that it is nothing.'),
  remarks: z
    .array(remark)
    .default([])
    .describe('Remarks by the editors of the site, shown below the notes.'),
  sources: sourceList
    .optional()
    .describe(
      'Whether a list of what it cites stands at its end: true, or divided into primary sources and others.',
    ),
  picture: picture.optional().describe('The picture above the text: an image file, or a map.'),
});

/** Names of the fields, for whoever misspells one. */
export const fieldNames = [
  ...[
    fields,
    remark,
    picture,
    seriesObject,
    award,
    fundingObject,
    correctionObject,
    elsewhereObject,
  ].flatMap(({ shape }) => Object.keys(shape)),
  ...personFields,
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
export type SourceListKind = z.infer<typeof sourceList>;
export type LeadPicture = z.infer<typeof picture>;
