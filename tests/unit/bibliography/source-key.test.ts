import { describe, expect, it } from 'vitest';
import { keyFault, proposeKey } from '../../../src/bibliography/source-key.ts';

const issued = { 'date-parts': [[2018, 11, 2]] };
const propose = (fields: object, ...taken: string[]) =>
  proposeKey({ id: '', type: 'book', issued, ...fields }, new Set(taken));
const author = (name: object) => ({ author: [name] });

describe('a proposed key', () => {
  it.each([
    [{ family: 'Roblin', given: 'Sebastien' }, 'roblin2018'],
    [{ family: 'O’Neill-Smith', given: 'Áine' }, 'oneillsmith2018'],
    [{ family: 'Müller', given: 'Anna' }, 'müller2018'],
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, 'vanderberg2018'],
    [{ family: '김', given: '철수' }, '김2018'],
    [{ literal: '김철수' }, '김철수2018'],
    [{ family: 'Лукин', given: 'Артём' }, 'лукин2018'],
    [{ literal: 'United Nations Security Council' }, 'unsc2018'],
    [{ literal: 'The Observatory of Economic Complexity' }, 'oec2018'],
    [{ literal: 'Organisation for Security (OSCE)' }, 'osce2018'],
    [{ literal: 'Reuters' }, 'reuters2018'],
    [{ literal: 'The Associated Press' }, 'associated2018'],
  ])('is made of whoever wrote the source, and of its year: %o', (name, key) => {
    expect(propose(author(name))).toBe(key);
  });

  it.each([
    ['The <i>Quiet</i> Border', 'quiet2018'],
    ['Zur Geschichte', 'geschichte2018'],
    ['1984', 'source2018'],
    ['북한과 러시아', '북한과2018'],
    ['…', 'source2018'],
  ])('is made of the first telling word where nobody is named: %s', (title, key) => {
    expect(propose({ title })).toBe(key);
  });

  it('takes the editor of a collection, and the day of access where no date is known', () => {
    const accessed = { 'date-parts': [[2020, 1, 1]] };

    expect(propose({ editor: [{ family: 'Lee' }] })).toBe('lee2018');
    expect(propose({ ...author({ family: 'Lee' }), issued: undefined, accessed })).toBe('lee2020');
    expect(propose({ ...author({ family: 'Lee' }), issued: undefined })).toBe('lee');
  });

  it('gets a letter when another source has it, in whatever capitals', () => {
    const kim = author({ family: 'Kim' });

    expect(propose(kim, 'kim2018')).toBe('kim2018b');
    expect(propose(kim, 'kim2018', 'kim2018b')).toBe('kim2018c');
  });

  it('never runs out of letters', () => {
    const taken: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      taken.push(propose(author({ family: 'Kim' }), ...taken));
    }

    expect(new Set(taken).size).toBe(60);
    expect([taken[25], taken[26], taken[27]]).toEqual(['kim2018z', 'kim2018aa', 'kim2018ab']);
  });
});

describe('a key that an author chooses', () => {
  it('may be anything that can be typed in a citation', () => {
    expect(['kim2019', 'kim:2019-a', '김2019'].filter(keyFault)).toEqual([]);
  });

  it('is no number, and has no sign that would end it', () => {
    expect(keyFault('2019')).toContain('has no letter');
    expect(keyFault('kim 2019')).toContain('more than letters');
    expect(keyFault('kim2019,')).toContain('more than letters');
  });
});
