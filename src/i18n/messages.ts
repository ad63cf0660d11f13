/** Every word that the site itself adds to an author's: what a language has to say. */

/** A use of a note, for the link that leads back to it. */
export interface UseOfNote {
  /** Where the link does not stand in the note. */
  readonly note?: number | undefined;
  /** The letter of the use, where the note has several. */
  readonly use?: string | undefined;
  /** The paragraph it stands in, where it stands in one. */
  readonly paragraph?: string | undefined;
}

/**
 * The words of one language. `Count` are the plural forms it has, by CLDR's names
 * (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html). Numbers, units, lists and
 * dates come as text: a language does not write them here.
 */
export interface MessageCatalog<Count extends Intl.LDMLPluralRule = 'other'> {
  /** Words that are read silently in a minute, counted as `EssayRecord.words` counts them. */
  readonly readingSpeed: number;

  /** What stands between a label and what it labels, with its spaces. */
  readonly colon: string;

  // Around every page.
  readonly skipToMain: string;
  readonly allEssays: string;
  readonly sources: string;

  // Above the text of an essay.
  /** Of an essay that is not published yet. */
  readonly draft: string;
  /** How long the text takes; `minutes` is the time with its unit. */
  readonly readingTime: (minutes: string) => string;
  readonly sourceCount: PluralForms<Count>;
  /** Before the date of the last change that was not a correction. */
  readonly updated: string;
  /** Before the date of the last correction. */
  readonly corrected: string;
  /** `number` may be `1.1`. */
  readonly version: (number: string) => string;
  /** Before the title of the essay that this one is a translation of. */
  readonly original: string;
  /** Before the languages it was translated into. */
  readonly translations: string;
  readonly editedBy: (name: string) => string;
  readonly translatedBy: (name: string) => string;
  /** Before an address to write to. */
  readonly correspondence: string;
  readonly abstract: string;
  readonly keywords: string;
  readonly contents: string;
  readonly mapOf: (countries: string) => string;
  readonly mapData: string;

  // In the text and its notes.
  readonly notes: string;
  /** A note by its number, at the beginning of a label. */
  readonly note: (number: number) => string;
  /** The same within one. */
  readonly noteInside: (number: number) => string;
  /** Figures, tables, equations and sections as the text refers to them: “see Figure 3”. No space in one breaks. */
  readonly figure: (number: string) => string;
  readonly table: (number: string) => string;
  readonly equation: (number: string) => string;
  /** `number` may be `2.1`. */
  readonly section: (number: string) => string;
  /** What stands between one of these and its caption, with its spaces. */
  readonly labelEnd: string;
  /** A note as the text refers to it: “see n. 5”. */
  readonly noteInText: (number: number) => string;
  /** `number` may be `3a`. */
  readonly paragraph: (number: string) => string;
  /** The alphabet that tells the uses of a note apart. */
  readonly letters: string;
  /** Several authors in the prose, of whom one is named. */
  readonly andOthers: (name: string) => string;
  readonly backToText: (use: UseOfNote) => string;

  // Below the text of an essay.
  readonly corrections: string;
  /** Over what each author did. */
  readonly contributions: string;
  readonly acknowledgements: string;
  readonly funding: string;
  readonly competingInterests: string;
  readonly rights: string;
  readonly editorialRemarks: string;
  /** Whose the remarks are. */
  readonly byTheEditors: string;
  readonly citeThis: string;
  readonly thisEssay: string;
  readonly itsSources: string;
  /** Over the editions of the essay that people read. */
  readonly readElsewhere: string;
  /** Over those that programs read. */
  readonly forMachines: string;
  readonly otherEssays: string;
  readonly previous: string;
  readonly next: string;

  /** Over the parts of a list of sources that is divided. */
  readonly primarySources: string;
  readonly secondarySources: string;
  /** Over the sources at the end of a PDF, by which Google Scholar knows them. */
  readonly references: string;

  // On the pages of the site.
  readonly essays: string;
  /** What the first page of a site says that has none. */
  readonly noEssaysYet: string;
  /** Before the command that makes one. */
  readonly toBegin: string;
  readonly monthlyArchive: (month: string) => string;
  readonly yearlyArchive: (year: string) => string;
  readonly essaysOfMonth: (month: string) => string;
  readonly essaysOfYear: (year: string) => string;
  /** What the page of sources is. */
  readonly allThatIsCited: string;
  readonly archivedCopy: string;
  readonly withdrawn: string;
  /** What a page says in whose place nothing is. */
  readonly isWithdrawn: string;
  readonly pageNotFound: string;
  readonly nothingHere: string;
  /** The end of a sentence that begins with `allEssays`, as a link. */
  readonly areOnTheFirstPage: string;

  // In the editions.
  readonly cover: string;
  /** What a reader who does not see it can expect of the EPUB. */
  readonly accessibilitySummary: string;
}

/** A counted thing in each plural form; `count` is the number as it is written. */
export type PluralForms<Count extends Intl.LDMLPluralRule = 'other'> = Readonly<
  Record<Count | 'other', (count: string) => string> &
    Partial<Record<Intl.LDMLPluralRule, (count: string) => string>>
>;
