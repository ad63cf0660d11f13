import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { sortByCited } from '../../../src/bibliography/sort-by-cited.ts';

const text = `@book{whole, author = {A, B}, title = {T}, publisher = {P}, date = {2019}}
@book{wrong, title = {U}, date = {2019-02-30}}
@book{other, title = {V}, date = {2019-13}}
@book{broken`;
const { bibliography, problems } = readBibliography([{ path: 'a.bib', text }]);
const sort = (cited: readonly string[], uncited: 'counted' | 'shown' = 'counted') =>
  sortByCited(problems, bibliography, new Set(cited), uncited);

describe('what is wrong with sources', () => {
  it('is one sentence where nobody cites them, be it that they cannot be read', () => {
    expect(sort(['whole'])).toMatchObject([
      {
        rule: 'source-is-cited',
        place: { line: 2 },
        message: '3 sources are cited by no essay, and 3 of them have problems.',
      },
    ]);
    expect(sort(['whole', 'broken'])).toMatchObject([
      { rule: 'bibliography-parses', source: 'broken' },
      { message: '2 sources are cited by no essay, and 2 of them have problems.' },
    ]);
  });

  it('is said of those that are cited', () => {
    expect(sort(['whole', 'wrong', 'broken']).map(({ rule }) => rule)).toEqual([
      'bibliography-parses',
      'source-has-a-creator',
      'source-has-a-place',
      'source-date-exists',
      'source-is-cited',
    ]);
  });

  it('is said of all where that is asked for', () => {
    const shown = sort(['whole'], 'shown');

    expect(shown).toHaveLength(problems.length + 2);
    expect(shown).toEqual(expect.arrayContaining([...problems]));
  });
});
