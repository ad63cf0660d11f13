/** A source as JATS describes it: typed, and each part of it by name. */
import type { RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Text } from 'xast';
import { x } from 'xastscript';
import type { CslDate, CslItem, CslName } from '../bibliography/source.ts';

/** Values of `@publication-type` that JATS4R recommends, by CSL's types. https://jats4r.org/citations */
const types: Readonly<Record<string, string>> = {
  article: 'preprint',
  'article-journal': 'journal',
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  bill: 'legal',
  book: 'book',
  chapter: 'book',
  dataset: 'data',
  entry: 'book',
  'entry-dictionary': 'book',
  'entry-encyclopedia': 'book',
  legislation: 'legal',
  'paper-conference': 'confproc',
  patent: 'patent',
  'post-weblog': 'web',
  report: 'report',
  software: 'software',
  thesis: 'thesis',
  webpage: 'web',
};

export function jatsReference(item: CslItem): Element {
  const type = types[item.type] ?? 'other';
  const isPart = item['container-title'] !== undefined;
  const part = type === 'book' ? 'chapter-title' : 'article-title';
  const pages = text(item['page'])?.split(/[-–]/) ?? [];
  return x('ref', { id: `ref-${item.id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}` }, [
    x('element-citation', { 'publication-type': type }, [
      people('author', item.author),
      people('editor', item.editor),
      people('translator', item.translator),
      item.title === undefined ? undefined : x(isPart ? part : 'source', richText(item.title)),
      isPart ? x('source', richText(item['container-title'] ?? '')) : undefined,
      element('series', item['collection-title']),
      element('edition', item['edition']),
      ...dateOf(item.issued),
      element('volume', item['volume']),
      element('issue', item['issue']),
      element('fpage', pages[0]),
      element('lpage', pages[1]),
      element('publisher-loc', item['publisher-place']),
      element('publisher-name', item.publisher),
      item['number'] === undefined
        ? undefined
        : x('pub-id', { 'pub-id-type': 'publisher-id' }, text(item['number'])),
      item.DOI === undefined ? undefined : x('pub-id', { 'pub-id-type': 'doi' }, item.DOI),
      item.URL === undefined
        ? undefined
        : x('ext-link', { 'ext-link-type': 'uri', 'xlink:href': item.URL }, item.URL),
    ]),
  ]);
}

function people(role: string, names: readonly CslName[] | undefined) {
  if (names === undefined || names.length === 0) return undefined;
  return x('person-group', { 'person-group-type': role }, names.map(nameOf));
}

function nameOf({ family, given, literal, ...name }: CslName): Element {
  if (family === undefined) return x('collab', literal ?? '');
  const particles = [name['dropping-particle'], name['non-dropping-particle']].flatMap(
    (each) => text(each) ?? [],
  );
  const surname = [...particles, family].join(' ');
  const style = name['static-ordering'] === true ? 'eastern' : 'western';
  return x('name', { 'name-style': style }, [x('surname', surname), element('given-names', given)]);
}

/** CSL sets titles in a few tags of HTML. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
function richText(html: string): (Element | Text)[] {
  const names: Readonly<Record<string, string>> = {
    i: 'italic',
    b: 'bold',
    sub: 'sub',
    sup: 'sup',
  };
  const convert = (nodes: readonly RootContent[]): (Element | Text)[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return [{ type: 'text', value: node.value }];
      if (node.type !== 'element') return [];
      const name = names[node.tagName];
      return name === undefined ? convert(node.children) : [x(name, convert(node.children))];
    });
  return convert(fromHtml(html, { fragment: true }).children);
}

/** A range is dated by its beginning. */
function dateOf(date: CslDate | undefined): Element[] {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined) return [];
  const two = (part: number) => String(part).padStart(2, '0');
  const iso = [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part ? [two(part)] : [])),
  ];
  return [
    x('year', { 'iso-8601-date': iso.join('-') }, String(year)),
    ...(month ? [x('month', String(month))] : []),
    ...(day ? [x('day', String(day))] : []),
  ];
}

function element(name: string, value: unknown): Element | undefined {
  const content = text(value);
  return content === undefined ? undefined : x(name, content);
}

/** CSL gives numbers as either. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
