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

/** The locator types of CSL 1.0.2 that an author can write, each with the words for it. */
const terms: readonly (readonly [LocatorLabel, readonly string[]])[] = [
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
}

const labelOf = new Map(
  terms.flatMap(([label, words]) => words.map((word): [string, LocatorLabel] => [word, label])),
);

const words = [...labelOf.keys()].sort((a, b) => b.length - a.length).map(escapeForRegExp);
const term = `(?:${words.join('|')})`;
// 12, 12a, A3, 1.2.3, 12:3, 12ff. and Roman numbers; "2nd" is none.
const arabic = String.raw`\p{L}{0,2}\d+(?:\p{L}|ff)?(?:[.:/]\d+\p{L}?)*(?:(?<=f)\.)?`;
const number = String.raw`(?:${arabic}|[ivxlcdm]+)(?![\p{L}\p{N}])`;
const separator = String.raw`\s*(?:--?|[–—,&]|\s(?:and|to)\s)\s*`;
const range = String.raw`${number}(?:${separator}(?:${term}\s*)?${number})*`;
const locatorPattern = new RegExp(`^(?:(${term})\\s*)?(${range})`, 'iu');
const termPattern = new RegExp(`^(${term})\\s*(?=\\S)`, 'iu');

/**
 * Reads a locator at the start of `text`: a term and a number, or a number alone, which means pages.
 * A Roman number needs a term before it, or "I" and "mix" would be pages.
 */
export function findLocator(text: string): { locator: Locator; rest: string } | undefined {
  const match = locatorPattern.exec(text);
  const [whole, word, value] = match ?? [];
  if (whole === undefined || value === undefined) return undefined;
  if (word === undefined && !/^\d/.test(value)) return undefined;
  return {
    locator: { label: labelFor(word), value: value.replaceAll('--', '-') },
    rest: text.slice(whole.length),
  };
}

/** Takes all of `text` for a locator: a term and anything, or anything alone, which means pages. */
export function readWholeLocator(text: string): Locator | undefined {
  if (text === '') return undefined;
  const [whole = '', word] = termPattern.exec(text) ?? [];
  return { label: labelFor(word), value: text.slice(whole.length) };
}

function labelFor(word: string | undefined): LocatorLabel {
  return labelOf.get(word?.toLowerCase() ?? '') ?? 'page';
}

function escapeForRegExp(word: string): string {
  return word.replace(/[.\\]/g, '\\$&');
}
