/** An essay that says all that front matter can say: what each rendering has of it, by parsers that are not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import jsonld from 'jsonld';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Essay } from '../../src/essay/essay.ts';
import { frontMatter } from '../../src/essay/front-matter.ts';
import { readEssayFile } from '../../src/essay/read-essay-file.ts';
import { splitFrontMatter } from '../../src/essay/split-front-matter.ts';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { fixtures } from '../support/fixture-sites.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { readByZotero } from '../support/read-by-zotero.ts';
import { elements, fold, readArchive, text } from '../support/read-editions.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';
import { readPdf } from '../support/read-pdf.ts';
import { validateJats } from '../support/validate-jats.ts';
import { faultsOf } from '../support/validate-xml.ts';

const top = 'https://essays.example/';
const path = '2026/11/trade-on-the-tumen/';
const translation = '2026/12/두만강-무역/';
const name = 'trade-on-the-tumen';

let site: BuiltSite;
let essay: Essay;
let page: BuiltPage;
const file = (end: string) => join(site.dist, path, end);
const read = (end: string) => readFile(file(end), 'utf8');

beforeAll(async () => {
  site = await readGoodSite('every-field');
  const source = `content/essays/${name}.mdx`;
  const typed = await readFile(join(fixtures, 'every-field', source), 'utf8');
  const record = readEssayFile(source, typed, 'en').essay;
  if (record === undefined) throw new Error('The essay has no record.');
  essay = record;
  page = await readPage(site.root, `${path}index.html`);
});

/** What each field is, in the words of its reader. */
const names = () => essay.creators.map(({ text: each }) => each);
const orcids = () =>
  essay.creators.flatMap(({ orcid }) => (orcid ? [`https://orcid.org/${orcid}`] : []));
const doi = 'https://doi.org/10.5555/tumen.2026';
const license = 'https://creativecommons.org/licenses/by-nc/4.0/';

it('leaves no field of front matter out', () => {
  const said = new Map<string, unknown>(Object.entries(essay));
  const isUnsaid = (field: string) => {
    const value = said.get(field);
    return value === undefined || (Array.isArray(value) && value.length === 0);
  };

  // Its translation has the last; pictures, remarks of editors and lists of sources have fixtures of their own.
  expect(Object.keys(frontMatter.out.shape).filter(isUnsaid).toSorted()).toEqual([
    'picture',
    'remarks',
    'sources',
    'translationOf',
  ]);
});

describe('the page', () => {
  it('has below its title who made the essay, linked by their identifiers', () => {
    expect(page.texts('.title-block > .series')).toEqual(['Borderlands, 3']);
    expect(page.texts('.title-block > .subtitle')).toEqual([essay.subtitle]);
    expect(page.texts('.authors li > span')).toEqual([
      ...names(),
      'Edited by Jan Berg',
      'Translated by Bo Li',
    ]);
    expect(page.attributes('.authors a', 'href')).toEqual([
      'https://ror.org/01ggx4157',
      'https://orcid.org/0000-0002-1825-0097',
      'mailto:anna@example.org',
      'https://ror.org/01ggx4157',
      'https://orcid.org/0000-0001-5109-3700',
    ]);
    expect(page.texts('.authors li:first-child small')).toEqual([
      'University of Examples · Institute of <Rivers> · ORCID 0000-0002-1825-0097 · Correspondence: anna@example.org',
    ]);
  });

  it('marks at its title what was changed, and tells it at its foot', () => {
    const [imprint] = page.texts('.imprint');

    expect(imprint).toMatch(/Version 1\.1 · Updated: December 2026 · Corrected: December 5, 2026$/);
    expect(page.attributes('.imprint a[href^="#essay"]', 'href')).toEqual(['#essay-corrections']);
    expect(page.texts('#essay-corrections li')).toEqual([
      'November 20, 2026 · Paragraph 2: The year was 1950, not 1951.',
      'December 5, 2026: A name was spelled otherwise.',
    ]);
    expect(page.attributes('#essay-corrections a', 'href')).toEqual(['#p2']);
    expect(page.attributes('#essay-corrections time', 'dateTime')).toEqual(
      essay.corrections.map(({ date }) => date.iso),
    );
  });

  it('has dedication, abstract and keywords before the text, and all else behind the notes', () => {
    const order = page.all('.opening, .prose, .closing, .cite').map(({ properties }) => {
      const classes = z.array(z.string()).parse(properties['className']);
      return classes.at(-1);
    });

    expect(order).toEqual(['dedication', 'abstract', 'keywords', 'prose', 'closing', 'cite']);
    expect(page.texts('.dedication')).toEqual([essay.dedication?.plain]);
    expect(page.texts('.abstract p').join(' ')).toBe(essay.abstract?.plain);
    expect(page.texts('.abstract em')).toEqual(['Tumen']);
    expect(page.texts('.keywords p')).toEqual([essay.keywords.join(' · ')]);
    expect(page.texts('.closing h2')).toEqual([
      'Corrections',
      'Contributions',
      'Acknowledgements',
      'Funding',
      'Competing interests',
      'Copyright and license',
    ]);
    const closing = page.texts('.closing').join();
    for (const words of [
      essay.acknowledgements?.plain,
      essay.competingInterests?.plain,
      essay.funding?.statement?.plain,
      'Research Council of Examples, RC-2026/7',
      `${essay.copyright}. ${essay.license?.name}`,
      'Anna Müller: Conceptualization, Writing – original draft',
    ])
      expect(closing).toContain(words);
    expect(page.attributes('a[rel~="license"]', 'href')).toEqual([license]);
    expect(page.attributes('.cite > p > a[href^="https"]', 'href')).toEqual([doi]);
    for (const reference of page.texts('.cite dd')) expect(reference).toContain(doi);
  });

  it('leads to every version, and each of its paragraphs to its counterpart', async () => {
    const other = await readPage(site.root, `${translation}index.html`);
    const hreflang = (of: BuiltPage) =>
      of
        .all('link[hreflang]')
        .map(({ properties }) => [properties['hrefLang'], decodeURI(String(properties['href']))]);
    const counterparts = (of: BuiltPage) =>
      of.attributes('.prose a.counterpart', 'href').map((href) => decodeURI(String(href)));

    expect(new Map(hreflang(page) as [string, string][])).toEqual(
      new Map([
        ['en', top + path],
        ['ko', top + translation],
        ['ru', 'https://other.example/ru/'],
      ]),
    );
    expect(hreflang(other).toSorted()).toEqual(hreflang(page).toSorted());
    expect(counterparts(page)).toEqual(
      [1, 2].map((each) => `../../12/두만강-무역/index.html#p${each}`),
    );
    expect(counterparts(other)).toEqual(
      [1, 2].map((each) => `../../11/${name}/index.html#p${each}`),
    );
    expect(page.texts('.versions')).toEqual(['Translations: 한국어 · русский']);
    expect(other.texts('.versions')).toEqual([`원문: ${essay.fullTitle}`, '번역: русский']);
  });

  it('is valid HTML', async () => {
    expect(await htmlFaults(site.dist, [`${path}index.html`, `${translation}index.html`])).toEqual(
      [],
    );
  });
});

describe('the head', () => {
  const named = (each: string) => page.attributes(`meta[name="${each}"]`, 'content');
  const property = (each: string) => page.attributes(`meta[property="${each}"]`, 'content');

  it('has Highwire tags, with what belongs to an author behind the name', () => {
    const authors = page
      .all('meta[name^="citation_author"]')
      .map(({ properties }) => [
        String(properties['name']).replace('citation_author', ''),
        properties['content'],
      ]);

    expect(authors).toEqual([
      ['', 'Müller, Anna'],
      ['_institution', 'University of Examples'],
      ['_institution', 'Institute of <Rivers>'],
      ['_orcid', 'https://orcid.org/0000-0002-1825-0097'],
      ['_email', 'anna@example.org'],
      ['', '김철수'],
      ['_institution', 'University of Examples'],
      ['', 'Research Council Oslo'],
    ]);
    expect(named('citation_title')).toEqual([essay.fullTitle]);
    expect(named('citation_doi')).toEqual([essay.doi]);
    expect(named('citation_keywords')).toEqual(essay.keywords);
    expect(named('citation_abstract')).toEqual([essay.abstract?.plain]);
    expect(named('citation_editor')).toEqual(['Berg, Jan']);
    expect(named('citation_translator')).toEqual(['Li, Bo']);
    expect(named('citation_funding_source')).toHaveLength(2);
    expect(readByZotero(page)).toMatchObject({
      title: essay.fullTitle,
      people: ['Müller, Anna', '김철수', 'Research Council Oslo'],
    });
  });

  it('has Dublin Core and Open Graph', () => {
    expect(named('dc.contributor')).toEqual(['Jan Berg', 'Bo Li']);
    expect(named('dc.subject')).toEqual(essay.keywords);
    expect(named('dc.identifier')).toEqual([top + path, doi]);
    expect(named('dc.rights')).toEqual([essay.copyright]);
    expect(named('dcterms.license')).toEqual([license]);
    expect(named('dcterms.modified')).toEqual([essay.modified?.iso]);
    expect(named('dcterms.hasVersion').map((each) => decodeURI(String(each)))).toEqual([
      top + translation,
      'https://other.example/ru/',
    ]);
    expect(property('article:modified_time')).toEqual(['2026-12-05']);
    expect(property('article:author')).toEqual(orcids());
    expect(property('article:tag')).toEqual(essay.keywords);
    expect(property('og:locale:alternate')).toEqual(['ko_KR', 'ru_RU']);
  });

  it('has linked data', async () => {
    const [article] = await linkedData(page);
    const all = (each: string) => valuesOf(article, each);

    expect(all('alternativeHeadline')).toEqual([essay.subtitle]);
    expect(all('abstract')).toEqual([essay.abstract?.plain]);
    expect(all('keywords')).toEqual(essay.keywords);
    expect(all('version')).toEqual([essay.version]);
    expect(all('dateModified')).toEqual([essay.modified?.iso]);
    expect(all('license')).toEqual([license]);
    expect(all('copyrightNotice')).toEqual([essay.copyright]);
    expect(partsOf(article, 'author').map((each) => each['@id'])).toEqual([
      ...orcids(),
      undefined,
      undefined,
    ]);
    expect(partsOf(article, 'author').flatMap((each) => valuesOf(each, 'name'))).toEqual(names());
    const [first] = partsOf(article, 'author');
    expect(partsOf(first, 'affiliation').map((each) => each['@id'])).toEqual([
      'https://ror.org/01ggx4157',
      undefined,
    ]);
    expect(partsOf(article, 'editor').flatMap((each) => valuesOf(each, 'name'))).toEqual([
      'Jan Berg',
    ]);
    expect(partsOf(article, 'translator').flatMap((each) => valuesOf(each, 'name'))).toEqual([
      'Bo Li',
    ]);
    expect(partsOf(article, 'identifier').flatMap((each) => valuesOf(each, 'value'))).toEqual([
      essay.doi,
    ]);
    expect(partsOf(article, 'isPartOf').flatMap((each) => valuesOf(each, 'name'))).toContain(
      essay.series?.title,
    );
    expect(
      partsOf(article, 'funding').flatMap((each) =>
        partsOf(each, 'funder').map((funder) => funder['@id']),
      ),
    ).toEqual(['https://ror.org/03yrm5c26', undefined]);
    expect(
      partsOf(article, 'correction').flatMap((each) => valuesOf(each, 'datePublished')),
    ).toEqual(essay.corrections.map(({ date }) => date.iso));
    expect(
      partsOf(article, 'workTranslation').flatMap((each) => valuesOf(each, 'inLanguage')),
    ).toEqual(['ko', 'ru']);
    const [other] = await linkedData(await readPage(site.root, `${translation}index.html`));
    expect(partsOf(other, 'translationOfWork').map((each) => each['@id'])).toEqual([top + path]);
  });
});

describe('what is given away', () => {
  it('says the same as CSL-JSON, BibLaTeX and RIS', async () => {
    const [csl] = items.parse(JSON.parse(await read('cite.json')));
    const [bib] = items.parse(
      plugins.input.chain(await read('cite.bib'), {
        forceType: '@biblatex/text',
        generateGraph: false,
      }),
    );
    const [ris] = z
      .array(z.record(z.string(), z.unknown()))
      .parse(plugins.input.data(await read('cite.ris'), '@ris/file'));

    for (const item of [csl, bib]) {
      expect(item).toMatchObject({
        title: essay.fullTitle,
        DOI: essay.doi,
        URL: top + path,
        version: essay.version,
        'collection-title': essay.series?.title,
        abstract: essay.abstract?.plain,
        editor: [{ family: 'Berg', given: 'Jan' }],
        translator: [{ family: 'Li', given: 'Bo' }],
      });
      expect(String(item?.['keyword']).split(/,\s*/)).toEqual(essay.keywords);
    }
    // Of a page, Citation.js writes the number and does not read it.
    expect(csl).toMatchObject({ 'collection-number': essay.series?.number });
    expect(await read('cite.bib')).toContain(`number = {${essay.series?.number}},`);
    expect(ris).toMatchObject({
      TI: essay.fullTitle,
      A2: 'Berg, Jan',
      A4: 'Li, Bo',
      AB: essay.abstract?.plain,
      DO: essay.doi,
      T3: essay.series?.title,
      SV: essay.series?.number,
      KW: essay.keywords,
    });
    const [translated] = items.parse(
      JSON.parse(await readFile(join(site.dist, translation, 'cite.json'), 'utf8')),
    );
    expect(translated).toMatchObject({ 'original-title': essay.fullTitle });
  });

  it('is an Atom entry', async () => {
    const feed = await readFile(join(site.dist, 'feed.xml'), 'utf8');
    const entry = elements(fromXml(feed), 'entry').find(
      (each) => text(elements(each, 'id')[0] ?? each) === top + path,
    );
    const values = (of: string) => elements(entry ?? fromXml(feed), of).map(text);

    expect(await faultsOf(feed, 'atom')).toEqual([]);
    expect(text(entry ?? fromXml(feed))).not.toContain('counterpart');
    expect(values('title')).toEqual([essay.fullTitle]);
    expect(values('updated')).toEqual(['2026-12-05T00:00:00Z']);
    expect(values('published')).toEqual(['2026-11-03T00:00:00Z']);
    expect(values('uri')).toEqual([
      'https://orcid.org/0000-0002-1825-0097',
      'https://orcid.org/0000-0001-5109-3700',
    ]);
    expect(values('email')).toEqual(['anna@example.org']);
    expect(values('rights')).toEqual([essay.copyright]);
    expect(
      elements(entry ?? fromXml(feed), 'category').map(({ attributes }) => attributes['term']),
    ).toEqual(essay.keywords);
  });

  it('is dated by its last change in the sitemap', async () => {
    const sitemap = await readFile(join(site.dist, 'sitemap.xml'), 'utf8');

    expect(sitemap).toContain(`<loc>${top}${path}</loc><lastmod>2026-12-05</lastmod>`);
  });

  it('is Markdown that says all of it again', async () => {
    const { yaml = '' } = splitFrontMatter(await read('index.md'));
    const again = readEssayFile(`content/essays/${name}.mdx`, await read('index.md'), 'en').essay;

    expect(parse(yaml)).toMatchObject({ title: essay.title, license: 'CC-BY-NC-4.0' });
    expect(again).toEqual(essay);
  });
});

describe('the editions', () => {
  it('are JATS 1.4, valid, with everything in its place', async () => {
    const xml = await read(`${name}.xml`);
    const tree = fromXml(xml);
    const values = (of: string) => elements(tree, of).map((each) => fold(text(each)));
    const attributes = (of: string, attribute: string) =>
      elements(tree, of).map((each) => each.attributes[attribute]);

    expect(await validateJats(file(`${name}.xml`))).toBe('valid');
    expect(xml).toContain(
      'JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.4 20241031',
    );
    expect(values('article-id')).toEqual([essay.doi]);
    expect(values('article-version')).toEqual([essay.version]);
    expect(values('subtitle')).toEqual([essay.subtitle]);
    expect(values('series-title')).toEqual([essay.series?.title]);
    expect(attributes('contrib', 'contrib-type')).toEqual([
      'author',
      'author',
      'author',
      'editor',
      'translator',
    ]);
    expect(values('contrib-id')).toEqual([...orcids(), 'https://orcid.org/0000-0001-5109-3700']);
    expect(attributes('role', 'vocab-term')).toEqual(essay.creators.flatMap(({ roles }) => roles));
    expect(values('aff')).toEqual([
      'University of Exampleshttps://ror.org/01ggx4157',
      'Institute of <Rivers>',
    ]);
    const rids = elements(tree, 'xref').filter((each) => each.attributes['ref-type'] === 'aff');
    expect(rids.map((each) => each.attributes['rid'])).toEqual(['aff-1', 'aff-2', 'aff-1']);
    expect(values('copyright-year')).toEqual(['2026']);
    expect(values('ali:license_ref')).toEqual([license]);
    expect(values('kwd')).toEqual(essay.keywords);
    expect(values('award-id')).toEqual(['RC-2026/7']);
    expect(values('funding-statement')).toEqual([essay.funding?.statement?.plain]);
    expect(values('ack')).toEqual([`Acknowledgements${essay.acknowledgements?.plain}`]);
    expect(attributes('event', 'event-type')).toEqual(['updated', 'corrected', 'corrected']);
    expect(attributes('related-article', 'related-article-type')).toEqual([
      'translation',
      'translation',
    ]);
    const [abstract] = elements(tree, 'abstract');
    expect(abstract && elements(abstract, 'p').map(text).join(' ')).toBe(essay.abstract?.plain);
    const [interests] = elements(tree, 'author-notes').flatMap((each) => elements(each, 'fn'));
    expect(interests && text(interests)).toBe(essay.competingInterests?.plain);
  });

  it('have the properties that their formats have, and show the rest', async () => {
    const pdf = await readPdf(file(`${name}.pdf`));
    const epub = await readArchive(file(`${name}.epub`));
    const docx = await readArchive(file(`${name}.docx`));
    const opf = fromXml(epub('EPUB/content.opf'));
    const values = (of: string) => elements(opf, of).map(text);

    expect(pdf.info).toMatchObject({
      Title: essay.fullTitle,
      Author: names().join(', '),
      Keywords: essay.keywords.join(', '),
      CreationDate: 'D:20261103',
      ModDate: 'D:20261205',
    });
    expect(values('dc:title')).toEqual([essay.title, essay.subtitle]);
    expect(values('dc:creator')).toEqual(names());
    expect(values('dc:contributor')).toEqual(['Jan Berg', 'Bo Li']);
    expect(values('dc:subject')).toEqual(essay.keywords);
    expect(values('dc:identifier')).toEqual([top + path, essay.doi]);
    expect(values('dc:rights')[0]).toContain(license);
    expect(docx('docProps/core.xml')).toContain('Tumen, trade, North Korea &amp; Russia');
    expect(docx('docProps/custom.xml')).toContain(license);
    expect(docx('docProps/custom.xml')).toContain(`name="date"><vt:lpwstr>${essay.date.iso}<`);
    const shown = {
      pdf: (
        await extractText(new Uint8Array(await readFile(file(`${name}.pdf`))), { mergePages: true })
      ).text,
      epub: textOf(fromHtml(epub('EPUB/text/ch001.xhtml'))),
      docx: text(fromXml(docx('word/document.xml'))),
    };
    for (const [format, words] of Object.entries(shown)) {
      const missing = shownEverywhere().filter((each) => !bare(words).includes(bare(each ?? '')));
      expect([format, missing]).toEqual([format, []]);
    }
  });
});

function shownEverywhere() {
  return [
    essay.subtitle,
    ...names(),
    'Edited by Jan Berg',
    'Translated by Bo Li',
    'University of Examples',
    'ORCID 0000-0002-1825-0097',
    'Correspondence: anna@example.org',
    'Borderlands, 3',
    'Version 1.1',
    'Updated: December 2026',
    'Corrected: December 5, 2026',
    `DOI: ${doi}`,
    'Translations: Korean · Russian',
    essay.dedication?.plain,
    essay.abstract?.plain,
    essay.keywords.join(' · '),
    ...essay.corrections.map(({ text: each }) => each.plain),
    'Anna Müller: Conceptualization, Writing – original draft',
    essay.acknowledgements?.plain,
    essay.funding?.statement?.plain,
    'Research Council of Examples, RC-2026/7',
    essay.competingInterests?.plain,
    `${essay.copyright}. ${essay.license?.name}`,
  ];
}

/** Lines are broken and words are hyphenated as each format will. */
function bare(words: string): string {
  return words.normalize('NFKC').replace(/[\s\u00ad-]/g, '');
}

const items = z.array(z.record(z.string(), z.unknown()));

const node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof node>;

/** As JSON-LD expands it, with schema.org as its only vocabulary and no network. */
async function linkedData(of: BuiltPage): Promise<Node[]> {
  const [script] = of.all('script[type="application/ld+json"]');
  const json = z.record(z.string(), z.json()).parse(JSON.parse(textOf(script ?? of.tree)));
  const documentLoader = async (url: string) => {
    const document = { '@context': { '@vocab': 'https://schema.org/' } };
    return { contextUrl: undefined, documentUrl: url, document };
  };
  return z.array(node).parse(await jsonld.expand(json, { documentLoader }));
}

function partsOf(of: Node | undefined, property: string): Node[] {
  return z.array(node).parse(of?.[`https://schema.org/${property}`] ?? []);
}

function valuesOf(of: Node | undefined, property: string): unknown[] {
  return partsOf(of, property).map((each) => each['@value']);
}
