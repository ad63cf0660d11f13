import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { parseCitation } from '../../../src/citations/citation.ts';
import { placeCitations } from '../../../src/citations/positions.ts';
import { createCitationFormatter } from '../../../src/formatting/citation-formatter.ts';
import { readCitationStyle } from '../../../src/formatting/citation-style.ts';
import { createApart } from '../../../src/formatting/tell-apart.ts';

const { bibliography } = readBibliography([
  {
    path: 'a.bib',
    text: `
      @book{kim19, author = {Kim, Anna}, title = {Tumen}, date = {2019}}
      @book{kim20, author = {Kim, Ben}, title = {Yalu}, date = {2020}}
      @book{kim21, author = {Kim, Cy}, title = {Amur}, date = {2021}}
      @book{lee20, author = {Lee, Dan}, title = {Border}, date = {2020}}
      @book{none, title = {Border}, date = {2020}}
    `,
  },
]);
const apart = createApart((key) => bibliography.sources.get(key)?.item);
const essay = (...keys: string[]) =>
  placeCitations(keys.map((key) => [parseCitation(`@${key}`).citation])).flat();

it('has a source told from those of its essay alone that share a name or a title', () => {
  const among = essay('kim19', 'lee20', 'kim20', 'none').map((each) => apart.narrow(each).among);

  expect(among).toEqual([
    ['kim19', 'kim20'],
    ['lee20', 'none'],
    ['kim19', 'kim20'],
    ['lee20', 'none'],
  ]);
});

it('puts essays into one run unless they have different sources of one name', () => {
  const runs = apart.toRuns([...essay('kim19', 'lee20'), ...essay('lee20'), ...essay('kim20')]);

  expect(runs.map((run) => run.map(({ citation }) => citation.text))).toEqual([
    ['@kim19', '@lee20', '@lee20'],
    ['@kim20'],
  ]);
});

it('prints each essay as if there were no other', async () => {
  const { style } = readCitationStyle(
    `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
      <citation disambiguate-add-givenname="true"><layout><names variable="author"><name form="short"/></names></layout></citation></style>`,
    'a.csl',
    () => undefined,
  );
  if (style === undefined) throw new Error('The style cannot be read.');
  const formatter = createCitationFormatter(bibliography, style);
  const essays = [
    essay('kim19', 'lee20'),
    essay('kim20'),
    essay('kim21', 'kim19'),
    // What it cites is cited above beside another source.
    essay('lee20', 'kim20'),
  ];
  const printed = await formatter.format(essays.flat());

  expect(printed.map((nodes) => textOf(h('p', structuredClone(nodes))))).toEqual([
    'Kim',
    'Lee',
    'Kim',
    'Cy Kim',
    'Anna Kim',
    'Lee',
    'Kim',
  ]);
  expect(essays.flat().map((placed) => formatter.formatted(placed) !== undefined)).not.toContain(
    false,
  );
});
