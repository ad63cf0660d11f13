/** Entries of BibTeX: their fields as they are typed. */
import { type BareWord, type Scanner, scanBibtex, Unexpected } from './scan-bibtex.ts';

export interface ParsedEntry {
  /** In small letters, as names of fields are. */
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
  /** BibLaTeX data annotations (manual, 3.7) by field and name: `author+an:order = {1=family-first}`. */
  readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
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
    return { entry: readEntry(scanBibtex(text, strings)) };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return { offset: error.offset, reason: error.message };
  }
}

/** Where the text of each field of an entry that can be parsed begins, from the start of the entry. */
export function placesOfFields(text: string): Map<string, number> {
  const places = new Map<string, number>();
  readEntry(scanBibtex(text, new Map()), ({ name, from }) => {
    opening.lastIndex = from;
    opening.test(text);
    places.set(name, opening.lastIndex);
  });
  return places;
}

const opening = /\s*[{"]*/y;

function readEntry(scanner: Scanner, note?: (field: Field) => void): ParsedEntry {
  scanner.need(/@/y, 'an entry');
  const type = scanner.need(/\w+/y, 'a word').toLowerCase();
  scanner.need(/[{(]/y, 'an opening brace');
  const label = scanner.need(/[^\s,]+/y, 'a key');
  scanner.need(/,/y, 'a comma');
  const properties: Record<string, string> = {};
  const annotations: Record<string, Record<string, string>> = {};
  for (let isLast = false; !isLast; ) {
    const field = readField(scanner);
    if (field === undefined) break;
    note?.(field);
    isLast = field.isLast;
    const { name, value } = field;
    const [annotated = '', annotation] = name.includes('+an') ? name.split('+an') : [];
    if (annotation === undefined) properties[name] = value;
    else {
      const kind = annotation.slice(1) || 'default';
      annotations[annotated] = { ...annotations[annotated], [kind]: value };
    }
  }
  scanner.need(/[})]/y, 'a closing brace');
  const { undefinedWords, isSpelledOut } = scanner;
  return { type, label, properties, annotations, undefinedWords, isSpelledOut };
}

interface Field {
  readonly name: string;
  readonly value: string;
  /** Behind its equals sign. */
  readonly from: number;
  /** Whether no comma is behind it. */
  readonly isLast: boolean;
}

function readField(scanner: Scanner): Field | undefined {
  const plain = scanner.match(plainField);
  if (plain !== undefined) {
    const [text, name = '', value = ''] = plain;
    const from = plain.index + text.indexOf('=') + 1;
    return { name: name.toLowerCase(), value, from, isLast: false };
  }
  const name = scanner.take(fieldName)?.toLowerCase();
  if (name === undefined) return undefined;
  scanner.need(equals, 'an equals sign');
  const from = scanner.offset;
  const value = scanner.value();
  return { name, value, from, isLast: scanner.take(comma) === undefined };
}

/** As most are: no comment before it, no brace or command in it, and a comma behind it. */
const plainField = /\s*([^\s"#%'(),={}]+)\s*=\s*\{([^{}\\]*)\}\s*,/y;

/** Any sign that BibTeX has no use for may stand in a name: with `//url` one takes a field out. */
const fieldName = /[^\s"#%'(),={}]+/y;
const equals = /=/y;
const comma = /,/y;

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
