/** An entry of BibTeX as CSL-JSON, by the mapping of Citation.js. */
import { parse } from '@citation-js/plugin-bibtex/lib/mapping/index.js';
import { z } from 'zod';
import { withKnownNames } from './beyond-biblatex.ts';
import { readValues } from './read-values.ts';
import { type CslItem, type CslName, cslItem } from './source.ts';

interface Entry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The entry, with those behind it that it refers to. Where no note prints what cannot be read, that is left out; where
 * dollars come in no pairs, they are no mathematics.
 */
export function mapEntry(family: readonly Entry[]): { item: CslItem } | { reason: string } {
  let reason = '';
  for (const attempt of [(entry: Entry) => entry, withoutUnprinted, withPlainDollars]) {
    try {
      const [item = {}] = parse(family.map(attempt).map(readEntry));
      return { item: isInShape(item) ? inOrder(item) : cslItem.parse(item) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const [first = ''] = error.message.split(/ at line|\n/);
      reason = error instanceof z.ZodError ? 'it holds no text' : plainReason(first);
    }
  }
  return { reason };
}

function readEntry(entry: Entry) {
  const { type, fields } = withKnownNames(entry);
  return { type, label: entry.label, properties: readValues(fields) };
}

/**
 * Whether `cslItem` would refuse or change nothing: of what Citation.js makes, only lists may stand where CSL has one
 * text. For thousands of items, that is sooner told so.
 */
function isInShape(item: Readonly<Record<string, unknown>>): item is CslItem {
  return texts.every((name) => item[name] === undefined || typeof item[name] === 'string');
}

const texts =
  'id type title language genre publisher publisher-place container-title URL DOI'.split(' ');

/** Fields, and parts of names, one after another as `cslItem` has them. */
function inOrder(item: CslItem): CslItem {
  const first: Partial<CslItem> = {};
  for (const name of order) if (item[name] !== undefined) first[name] = item[name];
  const names: Partial<CslItem> = {};
  for (const role of roles) {
    if (item[role] !== undefined) names[role] = item[role].map(familyFirst);
  }
  return { ...first, ...item, ...names };
}

const order = Object.keys(cslItem.shape);
const roles = ['author', 'editor', 'translator'] as const;

function familyFirst(name: CslName): CslName {
  return name.family === undefined ? name : { family: name.family, ...name };
}

function withoutUnprinted(entry: Entry): Entry {
  const { abstract: _, annotation: __, annote: ___, keywords: ____, ...rest } = entry.properties;
  return { ...entry, properties: rest };
}

function withPlainDollars(entry: Entry): Entry {
  const plain = Object.entries(withoutUnprinted(entry).properties).map(([name, value]) => [
    name,
    value.replace(/(?<!\\)\$/g, '\\$'),
  ]);
  return { ...entry, properties: Object.fromEntries(plain) };
}

/** A reason as Citation.js gives it, in plain words. */
function plainReason(reason: string): string {
  const words: Record<string, string> = {
    rbrace: 'a closing brace',
    lbrace: 'an opening brace',
    comma: 'a comma',
    EOF: 'the end of the field',
  };
  return reason.replaceAll('"', '').replace(/\b\w+\b/g, (word) => words[word] ?? word);
}
