import { describe, expect, it } from 'vitest';
import { truncatePdfDate } from '../../../src/editions/truncate-pdf-date.ts';

const pdf = Buffer.from(
  '/CreationDate (D:20190901000000Z)\n<xmp:CreateDate>2019-09-01T00:00:00Z</xmp:CreateDate>é',
  'latin1',
);

describe('a date in a PDF', () => {
  it.each([
    ['2019', '(D:2019)', '>2019<'],
    ['2019-09', '(D:201909)', '>2019-09<'],
    ['2019-09-01', '(D:20190901)', '>2019-09-01<'],
  ])('of %s says no more, and moves nothing', (iso, info, metadata) => {
    const settled = Buffer.from(truncatePdfDate(pdf, { iso, year: 2019 })).toString('latin1');

    expect(settled).toContain(info);
    expect(settled).toContain(metadata);
    expect(settled).toHaveLength(pdf.length);
    expect(settled.indexOf('<xmp:CreateDate>')).toBe(
      pdf.toString('latin1').indexOf('<xmp:CreateDate>'),
    );
    expect(settled.endsWith('é')).toBe(true);
  });

  it('must be there', () => {
    expect(() => truncatePdfDate(Buffer.from('%PDF'), { iso: '2019', year: 2019 })).toThrow(
      'no date',
    );
  });
});
