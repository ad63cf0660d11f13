/**
 * References as RIS (https://en.wikipedia.org/wiki/RIS_(file_format), the tags of 2011), which EndNote, Mendeley
 * and Zotero read. A value stands on one line, however long: not every reader joins folded ones.
 */

import { type TextKind, toPlain } from './rich-text.ts';
import { isoDate } from './robust-link.ts';
import type { CslDate, CslItem, CslName } from './source.ts';

export function toRis(items: readonly CslItem[], text: TextKind): string {
  return items.map((item) => toRecord(item, text)).join('\r\n');
}

function toRecord(item: CslItem, text: TextKind): string {
  const type = types.get(item.type) ?? 'GEN';
  const [start, end] = String(item['page'] ?? '').split(/\s*[-–—]+\s*/);
  const lines: [string, unknown][] = [
    ['ID', item.id],
    ...names('AU', item.author),
    ...names('A2', item.editor),
    ...names('A4', item.translator),
    ['TI', item.title],
    ['T2', item['container-title'] ?? item['collection-title']],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['PY', isoDate(item.issued)?.slice(0, 4)],
    ['DA', risDate(item.issued)],
    ['Y2', risDate(item.accessed)],
    ['VL', item['volume']],
    ['IS', item['issue']],
    ['ET', item['edition']],
    ['SP', start],
    ['EP', end],
    ['SN', type === 'RPRT' ? item['number'] : (item['ISBN'] ?? item['ISSN'])],
    ['T3', item['container-title'] === undefined ? undefined : item['collection-title']],
    ['SV', item['collection-number']],
    ['M3', item.genre],
    ['LA', item.language],
    ['AB', item['abstract']],
    ...keywords(item),
    ['DO', item.DOI],
    ['UR', item.URL],
  ];
  const known = lines.filter(([, value]) => value !== undefined && value !== '');
  return [
    `TY  - ${type}`,
    ...known.map(([tag, value]) => `${tag}  - ${oneLine(value, text)}`),
    'ER  - ',
    '',
  ].join('\r\n');
}

const types = new Map([
  ['article', 'JOUR'],
  ['article-journal', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['dataset', 'DATA'],
  ['manuscript', 'MANSCPT'],
  ['map', 'MAP'],
  ['motion_picture', 'MPCT'],
  ['paper-conference', 'CPAPER'],
  ['personal_communication', 'PCOMM'],
  ['post-weblog', 'BLOG'],
  ['report', 'RPRT'],
  ['software', 'COMP'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC'],
]);

/** Parted by commas, as CSL has them in one text. */
function keywords({ keyword }: CslItem): [string, string][] {
  if (typeof keyword !== 'string') return [];
  return keyword.split(/\s*[,;]\s*/).map((each) => ['KW', each]);
}

/** "van der Berg, Jan" and "King, Martin Luther, Jr."; a corporate name as it is. */
function names(tag: string, list: readonly CslName[] = []): [string, string][] {
  return list.map((name) => {
    if (name.literal !== undefined) return [tag, name.literal];
    const particles = [name['dropping-particle'], name['non-dropping-particle']];
    const family = [...particles, name.family].filter(Boolean).join(' ');
    return [tag, [family, name.given, name['suffix']].filter(Boolean).join(', ')];
  });
}

/** `2019/09//`: year, month, day and a remark, of which only the slashes are always there. */
function risDate(date: CslDate | undefined): string | undefined {
  const iso = isoDate(date);
  if (iso === undefined) return undefined;
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
}

function oneLine(value: unknown, text: TextKind): string {
  const plain = text === 'rich' ? toPlain(String(value)) : String(value);
  return plain.replace(/\s+/g, ' ').trim();
}
