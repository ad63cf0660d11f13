import { describe, expect, it, vi } from 'vitest';
import { checkFrontMatter } from '../../../src/essay/check-front-matter.ts';
import { readFrontMatter } from '../../../src/essay/read-front-matter.ts';
import { loadMessages } from '../../../src/i18n/load-messages.ts';

describe('the map of an essay', () => {
  it.each([
    ['without a language', '', 'ru', 'ru', 2600],
    ['in a language of its own', 'lang: pt-BR', 'ru', 'pt-BR', 2600],
    // Another map: what was drawn in the same words is not drawn again.
    ['in a language for which the site has no words', 'lang: sw', 'ru', 'ru', 2700],
  ])('is checked in the words that its page has: %s', (_, field, siteLang, lang, width) => {
    const yaml = `title: An Essay
date: 2019
${field}
picture:
  map: { center: [128.5, 41.6], width: ${width}, beyond: [{ name: Moscow, at: [37.6, 55.8] }] }
  alt: A map.
  caption: A river.
`;
    const around = { bibliography: { sources: new Map() }, exists: () => true, siteLang };

    const distance = vi.spyOn(loadMessages(lang, siteLang), 'distance');

    expect(checkFrontMatter(readFrontMatter(yaml), 'a.mdx', around)).toEqual([]);

    expect(distance).toHaveBeenCalled();
  });
});

describe('a field that may be typed in several ways', () => {
  const around = { bibliography: { sources: new Map() }, exists: () => true, siteLang: 'en' };
  const faults = (fields: string) =>
    checkFrontMatter(readFrontMatter(`title: T\ndate: 2019\n${fields}\n`), 'a.mdx', around).map(
      ({ place: { line, column }, message, nearest }) =>
        [`${line}:${column}`, message, nearest].filter(Boolean).join(' '),
    );

  it.each([
    [
      'authors: Anna',
      '4:10 The field “authors” is “Anna”; expected a list, each name on a line of its own as in “- Smith, Anna”.',
    ],
    ['authors:\n  - ""', '5:5 The field “authors.0” is “”; expected some text.'],
    ['authors: [{ name: A, orchid: x }]', '4:22 There is no field “orchid” here. orcid'],
    ['authors: [{ orcid: 0000-0002-1825-0097 }]', '4:11 The field “authors.0.name” is missing.'],
    ['authors: [{ name: A, corresponding: true }]', '4:11 The field “authors.0.email” is missing.'],
    [
      'authors: [{ name: A, affiliation: https://ror.org/01ggx4157 }]',
      '4:35 The field “authors.0.affiliation” is “https://ror.org/01ggx4157”; expected its name beside it, as in { name: …, ror: … }.',
    ],
    [
      'authors: [{ name: A, roles: [Metodology] }]',
      '4:30 The field “authors.0.roles.0” is “Metodology”; expected one of the 14 roles at https://credit.niso.org/. Methodology',
    ],
    ['translator: ""', '4:13 The field “translator” is “”; expected some text.'],
    ['editor: Anna Smith and Bo Li', '4:9 “Anna Smith and Bo Li” is taken for one person.'],
    ['series: { number: 3 }', '4:9 The field “series.title” is missing.'],
    [
      'license: CC-BY-4',
      '4:10 The field “license” is “CC-BY-4”; expected a licence by its SPDX id with its version, such as CC-BY-4.0. CC-BY-4.0',
    ],
    [
      'keywords: [a, "b, c"]',
      '4:15 The field “keywords.1” is “b, c”; expected one keyword, without a comma.',
    ],
    [
      'version: 1.10',
      '4:10 The field “version” is “1.10”, which is a number and would be shown as 1.1.',
    ],
    [
      'updated: 2018-12',
      '4:10 The field “updated” is “2018-12”, and the essay was published on 2019.',
    ],
    [
      'corrections: [{ date: 2018, text: A }]',
      '4:23 The field “corrections.0.date” is “2018”, and the essay was published on 2019.',
    ],
    ['corrections: [{ text: A }]', '4:15 The field “corrections.0.date” is missing.'],
    [
      'corrections: [{ date: 2019-02-30, text: A }]',
      '4:23 The field “corrections.0.date” is “2019-02-30”, which is not in the calendar.',
    ],
    [
      'abstract: |\n  A <b>word</b>.\n\n  More.',
      '4:11 The field “abstract” is “A <b>word</b>.…”; expected Markdown without HTML and images.',
    ],
  ])('says of “%s” what is wrong with the way it was typed', (fields, fault) => {
    expect(faults(fields)).toEqual([fault]);
  });

  it('is right in each of them', () => {
    expect(
      faults(`authors: [A, { name: B, affiliation: C }, { name: D, affiliation: [E, { name: F }] }]
editor: [{ name: Berg, email: jan@example.org }]
translator: { name: "Li, Bo" }
series: G
funding: H`),
    ).toEqual([]);
  });
});

describe('a remark', () => {
  const remarks = (labels: string[]) =>
    checkFrontMatter(
      readFrontMatter('title: T\ndate: 2019\nremarks:\n  - { about: tumen, text: Dry since. }\n'),
      'a.mdx',
      {
        ...{ bibliography: { sources: new Map() }, exists: () => true, siteLang: 'en' },
        labels: new Set(labels),
      },
    ).map(({ message }) => message);

  it('is about a source, or about a note by its label', () => {
    expect(remarks(['tumen'])).toEqual([]);
    expect(remarks(['yalu'])).toEqual([
      'This remark is about “tumen”, which is neither a key of the bibliography nor a note of this essay.',
    ]);
  });
});
