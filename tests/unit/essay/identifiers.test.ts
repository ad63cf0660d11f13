import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { doi, orcid, ror } from '../../../src/essay/identifiers.ts';

const faultOf = (schema: z.ZodType, typed: string) =>
  schema.safeParse(typed).error?.issues.map(({ message }) => message);

describe('an ORCID iD', () => {
  it('is read bare and as an address', () => {
    // Of ORCID's own documentation, the second with X for its check digit.
    expect(orcid.parse('0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
    expect(orcid.parse('https://orcid.org/0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
  });

  it('is refused when one digit is another, or two are exchanged', () => {
    const id = '0000-0002-1825-0097';
    const changed = [...id].flatMap((digit, index) =>
      digit === '-' ? [] : [id.slice(0, index) + ((Number(digit) + 1) % 10) + id.slice(index + 1)],
    );
    const wrong = [...changed, '0000-0002-8125-0097'];

    expect(wrong.filter((each) => orcid.safeParse(each).success)).toEqual([]);
    expect(faultOf(orcid, '0000-0002-1825-0098')).toEqual([
      'expected an ORCID iD whose check digit is right, and in this one some digit is wrong',
    ]);
    expect(faultOf(orcid, 'Anna')).toEqual(['expected an ORCID iD such as 0000-0002-1825-0097']);
  });
});

describe('a ROR ID', () => {
  it('is read bare and as an address', () => {
    // CERN, Caltech, ETH Zurich, and the California Digital Library.
    const known = ['01ggx4157', '05dxps055', 'ror.org/05a28rw58', 'https://ror.org/03YRM5C26'];

    expect(known.map((each) => ror.parse(each))).toEqual([
      'https://ror.org/01ggx4157',
      'https://ror.org/05dxps055',
      'https://ror.org/05a28rw58',
      'https://ror.org/03yrm5c26',
    ]);
  });

  it('is refused when its check digits are those of another', () => {
    expect(faultOf(ror, '01ggx4175')).toEqual([
      'expected a ROR ID whose check digit is right, and in this one some digit is wrong',
    ]);
    expect(faultOf(ror, '02ggx4157')).toHaveLength(1);
    expect(faultOf(ror, 'CERN')).toEqual(['expected a ROR ID such as https://ror.org/01ggx4157']);
  });
});

describe('a DOI', () => {
  it('is its name, without the address of a resolver', () => {
    expect(doi.parse('10.5555/12345678')).toBe('10.5555/12345678');
    expect(doi.parse('https://doi.org/10.5555/12345678')).toBe('10.5555/12345678');
    expect(faultOf(doi, '12345678')).toEqual(['expected a DOI such as 10.5555/12345678']);
  });
});
