import { describe, expect, it } from 'vitest';
import { readCitationStyle } from '../../../src/formatting/citation-style.ts';

const noLocale = () => undefined;

const style = (extra = '') => `<?xml version="1.0"?>${extra}
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>T</title></info>
  <citation collapse="year" disambiguate-add-year-suffix="true" et-al-min="4" et-al-subsequent-min="2" near-note-distance="3"><layout/></citation>
</style>`;

describe('a citation style', () => {
  it('is made independent of the order in which it prints, and keeps all else', () => {
    const xml = readCitationStyle(style(), 'notes.csl', noLocale).style?.citations ?? '';

    expect(xml).not.toMatch(/near-note-distance|et-al-subsequent/);
    expect(xml).toContain('collapse="year" disambiguate-add-year-suffix="true" et-al-min="4"');
    expect(xml).toContain('<category citation-format="note"');
  });

  it('says in a processing instruction that a question mark ends the comma', () => {
    const read = (text: string) =>
      readCitationStyle(text, 'notes.csl', noLocale).style?.questionMarkEndsComma;

    expect(read(style('<?note-punctuation question-mark-ends-comma?>'))).toBe(true);
    expect(read(style())).toBe(false);
  });

  it.each([
    ['broken XML', '<style><citation></style>'],
    ['another document', '<html/>'],
    ['a dependent style', '<style><info/></style>'],
  ])('is refused when it is %s', (_, text) => {
    const { style: read, problems } = readCitationStyle(text, 'notes.csl', noLocale);

    expect(read).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'citation-style-parses', file: 'notes.csl' }]);
  });

  it('is refused with the name of its parent when it depends on one', () => {
    const link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>';
    const { problems } = readCitationStyle(
      `<style><info>${link}</info></style>`,
      'a.csl',
      noLocale,
    );

    expect(problems[0]?.message).toContain('<http://www.zotero.org/styles/apa>');
  });

  it.each([
    ['nl', 'locales-nl-NL.xml beside it'],
    ['eu', 'locales-eu.xml beside it'],
    ['no', 'locales-nb-NO.xml beside it'],
    ['tlh', 'for which CSL has no locale'],
    ['not a language', 'for which CSL has no locale'],
  ])('in %s needs a locale that there is', (lang, words) => {
    const { problems } = readCitationStyle(
      style().replace('class=', `default-locale="${lang}" class=`),
      'notes.csl',
      noLocale,
    );

    expect(problems).toMatchObject([{ rule: 'citation-style-locale-exists' }]);
    expect(problems[0]?.message).toContain(words);
  });

  it('says that what stands beside it is no locale', () => {
    const broken = style().replace('class=', 'default-locale="de-DE" class=');
    const { problems } = readCitationStyle(broken, 'notes.csl', () => '<locale');

    expect(problems[0]?.message).toContain('locales-de-DE.xml beside it is no CSL locale');
  });

  it.each([
    ...['ar', 'de', 'en', 'en-GB', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'pt-BR', 'ru', 'zh'],
    ...['zh-TW', 'de-CH', 'fr-CA', 'es-MX', 'zh-HK'],
  ])('in %s has a locale here', (lang) => {
    const asked = style().replace('class=', `default-locale="${lang}" class=`);
    const { style: read, problems } = readCitationStyle(asked, 'notes.csl', noLocale);

    expect(problems).toEqual([]);
    expect(read?.locale.lang.slice(0, 2)).toBe(lang.slice(0, 2));
  });
});
