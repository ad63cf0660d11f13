/** The values of an entry as Citation.js reads them: text, lists and names. What has no TeX in it needs no lexer. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import {
  getStringCase,
  type NamePart,
  orderNamePieces,
} from '@citation-js/plugin-bibtex/lib/input/name.js';
import { parse } from '@citation-js/plugin-bibtex/lib/input/value.js';
import { plainTex } from './plain-tex.ts';

const { fieldTypes, ligaturePattern, ligatures } = plugins.config.get('@bibtex').constants;
// An address is what is typed; Citation.js would encode what is encoded.
fieldTypes['url'] = ['field', 'verbatim'];

/** What the mapping has a use for. Throws what Citation.js throws of what it cannot read. */
export function readValues(fields: Readonly<Record<string, string | undefined>>) {
  const values: Record<string, unknown> = {};
  for (const [name, typed] of Object.entries(fields)) {
    const type = mapped.get(name);
    if (type === undefined || typed === undefined) continue;
    // Dates are read here; what is plainly one keeps its place among the fields of an item.
    if (dates.has(name) && !/^\d{4}(?:-\d\d){0,2}$/.test(typed)) continue;
    const value = plainTex(typed, name);
    if (value !== '') values[name] = plainValue(value, type) ?? parse(value, name);
  }
  return values;
}

const mapped = new Map([...Object.entries(fieldTypes), ['eventtitleaddon', []]]);
for (const name of ['file', 'pdf', 'month']) mapped.delete(name);

const dates = new Set(['date', 'year', 'urldate', 'origdate', 'eventdate']);

/** `undefined` of what may be read otherwise than it is typed. */
function plainValue(value: string, [form, kind]: readonly string[]): unknown {
  if (/[\\$~]/.test(value)) return undefined;
  const hasBraces = /[{}]/.test(value);
  if (kind === 'name') return hasBraces ? undefined : plainNames(value);
  if (kind === 'verbatim') return hasBraces ? undefined : value;
  if (form === 'separated' || (form === 'list' && /\sand\s/.test(value))) return undefined;
  if (!hasBraces) return plainText(value);
  return areBalanced(value) ? value.split(/[{}]/).map(plainText).join('') : undefined;
}

function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(ligaturePattern, (ligature) => ligatures[ligature] ?? ligature);
}

function areBalanced(text: string): boolean {
  let depth = 0;
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The same of names whose words have single signs between them. */
function plainNames(names: string): unknown {
  if (/=|^[ ,-]|[ ,-]$|[^\S ]| [ ,-]|[,-][,-]|- /.test(names)) return undefined;
  return names.split(/ and /i).map((name) => orderNamePieces(name.split(/, ?/).map(wordsOf)));
}

function wordsOf(piece: string): NamePart[] {
  return piece.split(/(?<=-)| /).map((word) => {
    const hyphenated = word.endsWith('-');
    const value = hyphenated ? word.slice(0, -1) : word;
    return { value, upperCase: getStringCase(value), hyphenated };
  });
}
