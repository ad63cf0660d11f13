/** Entries of BibTeX: their fields as they are typed. */
import { type BareWord, type Scanner, scanBibtex, Unexpected } from './scan-bibtex.ts';

export interface ParsedEntry {
  /** In small letters, as names of fields are. */
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
  /** BibLaTeX data annotations (manual, 3.7) by field and name: `author+an:order = {1=family-first}`. */
  readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the text of each field begins, from the start of the entry. */
  readonly places: ReadonlyMap<string, number>;
  readonly undefinedWords: readonly BareWord[];
  /** Whether it is the same whatever words are defined before it. */
  readonly isSpelledOut: boolean;
}

/** `strings` are the words that are defined before it. */
export function parseEntry(
  text: string,
  strings: ReadonlyMap<string, string>,
): { entry: ParsedEntry } | { offset: number; reason: string } {
  try {
    return { entry: readEntry(text, scanBibtex(text, strings)) };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return { offset: error.offset, reason: error.message };
  }
}

function readEntry(text: string, scanner: Scanner): ParsedEntry {
  scanner.need(/@/y, 'an entry');
  const type = scanner.need(/\w+/y, 'a word').toLowerCase();
  scanner.need(/[{(]/y, 'an opening brace');
  const label = scanner.need(/[^\s,]+/y, 'a key');
  scanner.need(/,/y, 'a comma');
  const properties: Record<string, string> = {};
  const annotations: Record<string, Record<string, string>> = {};
  const places = new Map<string, number>();
  for (;;) {
    const name = scanner.take(fieldName)?.toLowerCase();
    if (name === undefined) break;
    scanner.need(equals, 'an equals sign');
    places.set(name, placeOfText(text, scanner.offset));
    const value = scanner.value();
    const [field, annotation] = name.split('+an');
    if (field === undefined || annotation === undefined) properties[name] = value;
    else annotations[field] = { ...annotations[field], [annotation.slice(1) || 'default']: value };
    if (scanner.take(comma) === undefined) break;
  }
  scanner.need(/[})]/y, 'a closing brace');
  const { undefinedWords, isSpelledOut } = scanner;
  return { type, label, properties, annotations, places, undefinedWords, isSpelledOut };
}

/** Any sign that BibTeX has no use for may stand in a name: with `//url` one takes a field out. */
const fieldName = /[^\s"#%'(),={}]+/y;
const equals = /=/y;
const comma = /,/y;
const opening = /\s*[{"]*/y;

function placeOfText(text: string, from: number): number {
  opening.lastIndex = from;
  opening.test(text);
  return opening.lastIndex;
}

/** Defines the word of an `@string`; one that cannot be read defines none. */
export function defineString(text: string, strings: Map<string, string>): void {
  const scanner = scanBibtex(text, strings);
  try {
    scanner.need(/@\s*\w+/y, 'a definition');
    scanner.need(/[{(]/y, 'an opening brace');
    const name = scanner.need(/[^\s=]+/y, 'a word');
    scanner.need(/=/y, 'an equals sign');
    strings.set(name.toLowerCase(), scanner.value());
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
  }
}
