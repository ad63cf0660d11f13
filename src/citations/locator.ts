/** Where in a source: "pp. 3-4" as the label and value that CSL knows. */

export type LocatorLabel =
  | 'book'
  | 'chapter'
  | 'column'
  | 'figure'
  | 'folio'
  | 'issue'
  | 'line'
  | 'note'
  | 'opus'
  | 'page'
  | 'paragraph'
  | 'part'
  | 'section'
  | 'sub-verbo'
  | 'verse'
  | 'volume';

/** Words for the kinds of locators, as an author may write them. */
export type LocatorTerms = readonly (readonly [LocatorLabel, readonly string[]])[];

/** The locator types of CSL 1.0.2 that an author can write, each with the English words for it. */
const englishTerms: LocatorTerms = [
  ['book', ['books', 'book', 'bks.', 'bk.']],
  ['chapter', ['chapters', 'chapter', 'chaps.', 'chap.', 'ch.']],
  ['column', ['columns', 'column', 'cols.', 'col.']],
  ['figure', ['figures', 'figure', 'figs.', 'fig.']],
  ['folio', ['folios', 'folio', 'fols.', 'fol.']],
  ['issue', ['numbers', 'number', 'nos.', 'no.']],
  ['line', ['lines', 'line', 'll.', 'l.']],
  ['note', ['notes', 'note', 'nn.', 'n.']],
  ['opus', ['opera', 'opus', 'opp.', 'op.']],
  ['page', ['pages', 'page', 'pp.', 'p.']],
  ['paragraph', ['paragraphs', 'paragraph', 'paras.', 'para.', '¶¶', '¶']],
  ['part', ['parts', 'part', 'pts.', 'pt.']],
  ['section', ['sections', 'section', 'secs.', 'sec.', '§§', '§']],
  ['sub-verbo', ['sub verbo', 's.vv.', 's.v.']],
  ['verse', ['verses', 'verse', 'vv.', 'v.']],
  ['volume', ['volumes', 'volume', 'vols.', 'vol.']],
];

export interface Locator {
  readonly label: LocatorLabel;
  /** "3-4", as the author wrote it. */
  readonly value: string;
  /** The same where it has further terms in another language, with these in English: "2, p. 4" of "Bd. 2, S. 4". */
  readonly english?: string;
}

/** What reads the locators of a language. */
export interface LocatorReader {
  /**
   * Reads a locator at the start of `text`: a term and a number, or a number alone, which means pages. A Roman number
   * needs a term before it, or "I" and "mix" would be pages.
   */
  find(text: string): { locator: Locator; rest: string } | undefined;
  /** Takes all of `text` for a locator: a term and anything, or anything alone, which means pages. */
  readWhole(text: string): Locator | undefined;
}

// 12, 12a, 45n12, 12ff., A3, II.3, 1.2.3, 12:3, 4(b) and Roman numbers; "2nd" is none.
const count = String.raw`\d+(?:(?!(?:st|nd|rd|th)(?![\p{L}\p{N}]))\p{L}{1,2}\d*)*`;
const group = String.raw`\([\p{L}\p{N}]{1,5}\)`;
const arabic = String.raw`(?:[ivxlcdm]+\.)?\p{L}{0,2}${count}(?:${group})*(?:[.:/]${count}(?:${group})*)*(?:(?<=f)\.)?`;
const number = String.raw`(?:${arabic}|\(?[ivxlcdm]+\)?)(?![\p{L}\p{N}])`;
const separator = String.raw`\s*(?:--?|[‒–—,&]|\s(?:and|to)\s)\s*`;
// The second page of a leaf: 12r-v.
const side = String.raw`(?<=\d\p{L})[-–]\p{L}(?![\p{L}\p{N}])`;
/** A number without a word before it begins with a digit, or with a sign of the page in capitals. */
const implicit = /^(?:\d|\p{Lu}{1,2}\d|[IVXLCDM]+\.\d)/u;

/** `terms` come before the English ones, which serve in every language. */
export function createLocatorReader(terms: LocatorTerms = []): LocatorReader {
  const labelOf = new Map(
    [...englishTerms, ...terms].flatMap(([label, words]) =>
      words.map((word): [string, LocatorLabel] => [word.toLowerCase(), label]),
    ),
  );
  const words = [...labelOf.keys()].sort((a, b) => b.length - a.length).map(escapeForRegExp);
  const term = `(?:${words.join('|')})`;
  const range = `${number}(?:${side}|${separator}(?:${term}\\s*)?${number})*`;
  const locatorPattern = new RegExp(`^(?:(${term})\\s*)?(${range})`, 'iu');
  const innerTerm = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?=\\s*\\d)`, 'giu');
  const termPattern = new RegExp(`^(${term})\\s*(?=\\S)`, 'iu');
  const labelFor = (word = ''): LocatorLabel => labelOf.get(word.toLowerCase()) ?? 'page';
  return {
    find(text) {
      const match = locatorPattern.exec(text);
      const [whole, word, value] = match ?? [];
      if (whole === undefined || value === undefined) return undefined;
      if (word === undefined && !implicit.test(value)) return undefined;
      const typed = value.replaceAll('--', '-');
      const english = typed.replace(innerTerm, (each) =>
        isEnglish(each) ? each : shortOf(labelFor(each)),
      );
      return {
        locator: { label: labelFor(word), value: typed, ...(english !== typed && { english }) },
        rest: text.slice(whole.length),
      };
    },
    readWhole(text) {
      if (text === '') return undefined;
      const [whole = '', word] = termPattern.exec(text) ?? [];
      return { label: labelFor(word), value: text.slice(whole.length) };
    },
  };
}

/** The reader of English. */
export const englishLocators = createLocatorReader();

function isEnglish(word: string): boolean {
  return englishTerms.some(([, words]) => words.includes(word.toLowerCase()));
}

/** The English abbreviation of a term. */
function shortOf(label: LocatorLabel): string {
  const words = englishTerms.find(([each]) => each === label)?.[1] ?? [];
  return words.findLast((word) => word.endsWith('.')) ?? label;
}

function escapeForRegExp(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
