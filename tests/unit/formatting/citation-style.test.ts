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
});
