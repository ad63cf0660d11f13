import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { parseCitation } from '../../../src/citations/citation.ts';
import { placeAlone } from '../../../src/citations/positions.ts';
import { createCitationFormatter } from '../../../src/formatting/citation-formatter.ts';
import { readCitationStyle } from '../../../src/formatting/citation-style.ts';
import type { LocaleText } from '../../../src/formatting/csl-locale.ts';

const { bibliography } = readBibliography([
  {
    path: 'a.bib',
    text: `
      @book{one, author = {One, Anna and Two, Ben and Three, Cy}, title = {First}, publisher = {P}, date = {2020-03}}
      @book{same, author = {One, Anna}, title = {Second}, publisher = {P}, date = {2020}}
      @online{korean, author = {김, 철수}, title = {두만강}, date = {2021}, langid = {korean}, url = {https://example.org/tumen}}
    `,
  },
]);

const style = (attributes: string, body: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}>${body}</style>`;

async function format(csl: string, citations: string[], localeText: LocaleText = () => undefined) {
  const { style: read, problems } = readCitationStyle(csl, 'notes.csl', localeText);
  if (read === undefined) throw new Error(problems[0]?.message);
  const formatter = createCitationFormatter(bibliography, read);
  const parsed = citations.map((text) => placeAlone(parseCitation(text).citation));
  return (await formatter.format(parsed)).map((nodes) => h('p', nodes));
}
const texts = async (...given: Parameters<typeof format>) =>
  (await format(...given)).map((node) => textOf(node));

const ibid = style(
  'class="note"',
  `<citation et-al-min="3" et-al-use-first="1"><layout suffix="." delimiter="; "><choose>
    <if position="ibid-with-locator ibid" match="any"><text term="ibid"/></if>
    <else-if position="subsequent"><text variable="title" prefix="above: "/></else-if>
    <else><group delimiter=", "><names variable="author"/><text variable="title"/><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></else>
  </choose></layout></citation>`,
);

const authorDate = style(
  'class="in-text"',
  `<citation disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")"><names variable="author"><name form="short"/></names><date variable="issued" prefix=" "><date-part name="year"/></date></layout></citation>
   <bibliography et-al-min="3" et-al-use-first="1" hanging-indent="true" subsequent-author-substitute="———"><sort><key variable="title"/></sort><layout suffix="."><group delimiter=". "><names variable="author"><name name-as-sort-order="first"/></names><date variable="issued"><date-part name="year"/></date><text variable="title"/></group></layout></bibliography>`,
);

const numeric = style(
  'class="in-text"',
  `<citation collapse="citation-number"><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
   <bibliography second-field-align="flush"><layout suffix="."><text variable="citation-number" suffix=". " display="left-margin"/><group delimiter=", " display="right-inline"><names variable="author"><name initialize-with="."/></names><text variable="title"/></group></layout></bibliography>`,
);

describe('a note style', () => {
  it('prints every note in full, whatever was cited before', async () => {
    expect(await texts(ibid, ['@one', '@one', '@one, 3', '@one, p. 3'])).toEqual([
      'Anna One et al., First.',
      'Anna One et al., First.',
      'Anna One et al., First, p. 3.',
      'Anna One et al., First, p. 3.',
    ]);
  });

  it('prints a source alone as it prints it in a group', async () => {
    const [alone, twice] = await texts(ibid, ['@same', '@same; @one']);

    expect(twice).toBe(`${alone?.replace(/\.$/, '')}; Anna One et al., First.`);
  });
});

describe('an author-date style', () => {
  it('prints the entry of its bibliography, with the place behind it', async () => {
    expect(await texts(authorDate, ['@one', '@one, pp. 3-4', 'see @same; @one', '-@same'])).toEqual(
      [
        'One, Anna et al. 2020. First.',
        'One, Anna et al. 2020. First, pp. 3–4.',
        'see One, Anna. 2020. Second; One, Anna et al. 2020. First.',
        '2020. Second.',
      ],
    );
  });
});

describe('a numeric style', () => {
  it('prints its entry without a number of its own, and without boxes', async () => {
    const nodes = await format(numeric, ['@same', '@same, 3']);

    expect(nodes.map((node) => textOf(node))).toEqual(['A. One, Second.', 'A. One, Second, p. 3.']);
    expect(JSON.stringify(nodes)).not.toContain('csl-');
  });
});

describe('a style that prints nothing for one source', () => {
  it('prints the others under their own names', async () => {
    const onlyWeb = style(
      'class="note"',
      '<citation><layout><choose><if type="webpage"><text variable="title"/></if></choose></layout></citation>',
    );
    const [one, korean] = await texts(onlyWeb, ['@one', '@korean']);

    expect(one).not.toContain('두만강');
    expect(korean).toBe('두만강');
  });
});

describe('a style in another language', () => {
  const german = ibid.replace('class="note"', 'class="note" default-locale="de-DE"');
  const locale = `<locale xml:lang="de-DE" xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><terms>
    <term name="et-al">und andere</term>
    <term name="page" form="short"><single>S.</single><multiple>S.</multiple></term>
  </terms></locale>`;

  it('uses the locale beside it', async () => {
    const withLocale = await texts(german, ['@one, 3'], (lang) =>
      lang === 'de-DE' ? locale : undefined,
    );

    expect(withLocale).toEqual(['Anna One und andere, First, S. 3.']);
  });

  it('has the locale that comes with the site, and that of its language for a region without one', async () => {
    const austrian = german.replace('de-DE', 'de-AT');

    const printed = [
      ...(await texts(german, ['@one, 3'])),
      ...(await texts(austrian, ['@one, 3'])),
    ];

    expect(printed.map((text) => text.replaceAll('\u{a0}', ' '))).toEqual([
      'Anna One u. a., First, S. 3.',
      'Anna One u. a., First, S. 3.',
    ]);
  });

  it('is English where another locale of that language stands beside it', async () => {
    const english = locale.replace('de-DE', 'en-US').replaceAll('S.', 'at');
    const [note] = await texts(ibid, ['@one, 3'], (lang) =>
      lang === 'en-US' ? english : undefined,
    );

    expect(note).toBe('Anna One und andere, First, at 3.');
  });
});

describe('a title', () => {
  it('in another language says so', async () => {
    const [node] = await format(ibid, ['@korean']);

    expect(node?.children).toContainEqual(h('span', { lang: 'ko' }, '두만강'));
  });

  it('is the link where the style asks for that', async () => {
    const [node] = await format(`<?note-links titles?>${ibid}`, ['@korean']);

    const link = expect.objectContaining({
      tagName: 'a',
      properties: expect.objectContaining({ href: 'https://example.org/tumen' }),
      children: [{ type: 'text', value: '두만강' }],
    });
    expect(node?.children).toContainEqual({ ...h('span', { lang: 'ko' }), children: [link] });
  });
});

describe('the words around a citation', () => {
  it('may be emphasised, and mean nothing else', async () => {
    const [node] = await format(ibid, [
      'see *further* @same, with **care** and 1. <b>a</b> {brace}; @one',
    ]);

    expect(node && textOf(node)).toBe(
      'see further Anna One, Second, with care and 1. <b>a</b> {brace}; Anna One et al., First.',
    );
    const marked = node?.children.filter((child) => child.type === 'element') ?? [];
    expect(marked.map((child) => [child.tagName, textOf(child)])).toEqual([
      ['em', 'further'],
      ['strong', 'care'],
    ]);
  });

  it('may hold an address', async () => {
    expect(await texts(ibid, ['@same, mail anna@example.org'])).toEqual([
      'Anna One, Second, mail anna@example.org.',
    ]);
  });
});
