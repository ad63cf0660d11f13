import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readCslJson } from '../../../src/bibliography/read-csl-json.ts';

const item = {
  id: 'kim2019',
  type: 'webpage',
  title: 'The <i>Tumen</i>',
  author: [{ family: 'Kim', given: 'Tong-Hyung' }, { literal: 'United Nations' }],
  issued: { 'date-parts': [['2019', 4, 24]] },
  URL: 'https://example.org/',
};
const text = JSON.stringify(
  [item, { ...item, id: 7, title: 'Another', URL: 'https://example.org/7' }],
  null,
  2,
);

describe('CSL-JSON', () => {
  it('has a DOI by itself, and a warning where it was typed as an address', () => {
    const doi = JSON.stringify([{ ...item, DOI: 'https://doi.org/10.1000/182' }]);
    const { bibliography, problems } = readBibliography([{ path: 'a.json', text: doi }]);

    expect(bibliography.sources.get('kim2019')?.item.DOI).toBe('10.1000/182');
    expect(problems.map(({ rule }) => rule)).toEqual(['source-doi-is-bare']);
  });

  it('is read as it is, with each item at its place', () => {
    const { sources, problems } = readCslJson(text, 'sources.json');

    expect(problems).toEqual([]);
    expect(sources.map(({ key, place }) => [key, place.line])).toEqual([
      ['kim2019', 3],
      ['7', 27],
    ]);
    expect(sources[0]?.item).toMatchObject({
      title: 'The <i>Tumen</i>',
      issued: { 'date-parts': [[2019, 4, 24]] },
    });
  });

  it('is merged with BibTeX, and checked like it', () => {
    const bib = '@book{kim2019, author = {Kim}, title = {T}, publisher = {P}, date = {2020}}';
    const { bibliography, problems } = readBibliography([
      { path: 'a.json', text },
      { path: 'b.bib', text: bib },
    ]);

    expect([...bibliography.sources.keys()]).toEqual(['kim2019', '7']);
    expect(problems).toMatchObject([
      { rule: 'key-is-unique', file: 'b.bib', place: { line: 1, column: 7 } },
    ]);
  });

  it('is reported where it is not JSON, no list, or has an item of another form', () => {
    const places = (broken: string) =>
      readCslJson(broken, 'sources.json').problems.map(({ rule, place }) => [rule, place.line]);

    expect(places('[\n  {"id": "a",}\n]')).toEqual([['bibliography-parses', 2]]);
    expect(places('{}')).toEqual([['bibliography-parses', 1]]);
    expect(places('[\n  {"id": "a", "type": 3}\n]')).toEqual([['bibliography-parses', 1]]);
  });
});
