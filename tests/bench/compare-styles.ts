/**
 * Compares notes with what citeproc makes of the same sequence in the untouched style. Takes a folder of CSL styles
 * (https://github.com/citation-style-language/styles), one of locales, and, if not all note styles are meant, how many
 * to draw and a seed. Prints every note that differs.
 *
 *     node tests/bench/compare-styles.ts styles/ locales/ 40 1
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ElementContent } from 'hast';
import { parseCitation } from '../../src/citations/citation.ts';
import { type PlacedCitation, placeCitations } from '../../src/citations/positions.ts';
import { createCitationFormatter } from '../../src/formatting/citation-formatter.ts';
import { readCitationStyle } from '../../src/formatting/citation-style.ts';
import { repeatedCitations, repeatedSources } from './repeated-sources.ts';

interface Engine {
  opt: { development_extensions: Record<string, boolean> };
  processCitationCluster(
    citation: object,
    before: readonly (readonly [string, number])[],
    after: readonly never[],
  ): [unknown, [number, string][]];
}

interface Citeproc {
  Engine: new (system: object, style: string) => Engine;
}

const citeproc: Citeproc = createRequire(import.meta.url)('citeproc');
const [styles = '', locales = '', count, seed = '1'] = process.argv.slice(2);
const citations = repeatedCitations.map((text) => parseCitation(text).citation);
const placed = placeCitations(citations.map((citation) => [citation])).flat();

function localeText(lang: string): string | undefined {
  const file = join(locales, `locales-${lang}.xml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What citeproc prints when the sequence is complete. */
function printUntouched(style: string): string[] {
  const items = new Map(repeatedSources.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: (lang: string) => localeText(lang) ?? localeText('en-US'),
    retrieveItem: (id: string) => structuredClone(items.get(id)),
  };
  const engine = new citeproc.Engine(system, style);
  engine.opt.development_extensions['wrap_url_and_doi'] = false;
  const texts: string[] = [];
  const before: (readonly [string, number])[] = [];
  citations.forEach(({ items: cites }, index) => {
    const citationItems = cites.map(({ key, prefix, suffix, locator, suppressAuthor }) => ({
      id: key,
      ...(prefix && { prefix: `${prefix} ` }),
      ...(suffix && { suffix }),
      ...(locator && { locator: locator.value, label: locator.label }),
      ...(suppressAuthor && { 'suppress-author': true }),
    }));
    const citation = {
      citationID: `c${index}`,
      citationItems,
      properties: { noteIndex: index + 1 },
    };
    const [, changed] = engine.processCitationCluster(citation, before, []);
    for (const [at, text] of changed) texts[at] = text;
    before.push([`c${index}`, index + 1]);
  });
  return texts.map((text) =>
    fold(
      text
        .replace(/<\/?(?:i|b|em|span|div|sup|sub)\b[^>]*>/g, '')
        .replace(/&#38;/g, '&')
        .replace(/&#60;/g, '<')
        .replace(/&#62;/g, '>'),
    ),
  );
}

async function printOurs(text: string, name: string): Promise<string[] | string> {
  const { style, problems } = readCitationStyle(text, name, localeText);
  if (style === undefined) return problems[0]?.message ?? 'It is refused.';
  const sources = new Map(repeatedSources.map((item) => [item.id, { item }]));
  const formatted = await createCitationFormatter({ sources }, style).format(placed);
  return formatted.map((nodes, index) => fold(show(nodes, placed[index])));
}

function show(nodes: readonly ElementContent[], cited: PlacedCitation | undefined): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      const item = node.properties['dataFirstNote'];
      return item === undefined
        ? show(node.children, cited)
        : String(cited?.positions[Number(item)]?.firstNote ?? '');
    })
    .join('');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Mulberry32: the same draw for the same seed, anywhere. */
function draw(names: readonly string[], wanted: number, from: number): string[] {
  let state = from;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return names
    .map((name) => ({ name, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, wanted)
    .map(({ name }) => name);
}

const noteStyles = readdirSync(styles)
  .filter((name) => name.endsWith('.csl'))
  .filter((name) => /<style\b[^>]*class="note"/.test(readFileSync(join(styles, name), 'utf8')));
const names = count === undefined ? noteStyles : draw(noteStyles, Number(count), Number(seed));
let notes = 0;
let same = 0;
let refused = 0;
for (const name of names) {
  const text = readFileSync(join(styles, name), 'utf8');
  const ours = await printOurs(text, name);
  if (typeof ours === 'string') {
    refused += 1;
    console.log(`${name} is refused: ${ours}`);
    continue;
  }
  printUntouched(text).forEach((expected, index) => {
    notes += 1;
    if (expected === ours[index]) same += 1;
    else console.log(`${name} [${repeatedCitations[index]}]\n- ${expected}\n+ ${ours[index]}`);
  });
}
console.log(
  `${names.length} styles, ${refused} refused; ${same} of ${notes} notes are the same (${((100 * same) / notes).toFixed(2)} %).`,
);
