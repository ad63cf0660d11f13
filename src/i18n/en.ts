import type { MessageCatalog } from './messages.ts';

export const en: MessageCatalog<'one' | 'other'> = {
  // Silent reading of English non-fiction: Brysbaert, Journal of Memory and Language 109 (2019).
  readingSpeed: 238,

  colon: ': ',

  skipToMain: 'Skip to main content',
  allEssays: 'All essays',
  sources: 'Sources',

  draft: 'Draft',
  readingTime: (minutes) => `${minutes}${minutes.endsWith('s') ? '’' : '’s'} reading`,
  sourceCount: {
    one: (count) => `${count} source`,
    other: (count) => `${count} sources`,
  },
  updated: 'Updated',
  corrected: 'Corrected',
  version: (number) => `Version ${number}`,
  original: 'Original',
  translations: 'Translations',
  editedBy: (name) => `Edited by ${name}`,
  translatedBy: (name) => `Translated by ${name}`,
  correspondence: 'Correspondence',
  abstract: 'Abstract',
  keywords: 'Keywords',
  contents: 'Contents',
  mapOf: (countries) => `Map of ${countries}`,
  mapData: 'Map data: Natural Earth.',

  notes: 'Notes',
  note: (number) => `Note ${number}`,
  noteInside: (number) => `note ${number}`,
  figure: (number) => `Figure\u{A0}${number}`,
  table: (number) => `Table\u{A0}${number}`,
  equation: (number) => `Equation\u{A0}${number}`,
  section: (number) => `Section\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `n.\u{A0}${number}`,
  paragraph: (number) => `Paragraph ${number}`,
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} et al.`,
  backToText: ({ note, use, paragraph }) => {
    const parts = [
      note === undefined ? 'Back to the text' : `Back to note ${note} in the text`,
      use && `use ${use}`,
      paragraph && `paragraph ${paragraph}`,
    ];
    return parts.filter(Boolean).join(', ');
  },

  corrections: 'Corrections',
  contributions: 'Contributions',
  acknowledgements: 'Acknowledgements',
  funding: 'Funding',
  competingInterests: 'Competing interests',
  rights: 'Copyright and license',
  editorialRemarks: 'Editorial remarks',
  byTheEditors: 'By the editors of this site, not by the author.',
  citeThis: 'Cite',
  thisEssay: 'This essay',
  itsSources: 'Its sources',
  readElsewhere: 'Read elsewhere',
  forMachines: 'For machines',
  primarySources: 'Primary sources',
  secondarySources: 'Secondary sources',
  references: 'References',
  otherEssays: 'Other essays',
  previous: 'Previous',
  next: 'Next',

  essays: 'Essays',
  noEssaysYet: 'There are no essays yet.',
  toBegin: 'To begin one:',
  monthlyArchive: (month) => `Monthly Archives: ${month}`,
  yearlyArchive: (year) => `Yearly Archives: ${year}`,
  essaysOfMonth: (month) => `Essays of ${month}.`,
  essaysOfYear: (year) => `Essays of ${year}.`,
  allThatIsCited: 'Everything that the essays cite, and where.',
  archivedCopy: 'archived copy',
  withdrawn: 'Withdrawn',
  isWithdrawn: 'What was published at this address has been withdrawn.',
  pageNotFound: 'Page not found',
  nothingHere: 'There is no page at this address.',
  areOnTheFirstPage: ' are listed on the first page.',

  cover: 'Cover',
  accessibilitySummary:
    'Text with headings, in reading order. Every note is linked from its markers and back; every picture has a description.',
};
