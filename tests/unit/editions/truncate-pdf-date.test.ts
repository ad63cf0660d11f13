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
    const created = { iso, year: 2019 };
    const settled = Buffer.from(truncatePdfDate(pdf, { created, modified: created })).toString(
      'latin1',
    );

    expect(settled).toContain(info);
    expect(settled).toContain(metadata);
    expect(settled).toHaveLength(pdf.length);
    expect(settled.indexOf('<xmp:CreateDate>')).toBe(
      pdf.toString('latin1').indexOf('<xmp:CreateDate>'),
    );
    expect(settled.endsWith('é')).toBe(true);
  });

  it('of a change is another than that of the beginning', () => {
    const both = Buffer.from('/CreationDate (D:20190901000000Z) /ModDate (D:20190901000000Z)');
    const dates = {
      created: { iso: '2019', year: 2019 },
      modified: { iso: '2026-11', year: 2026 },
    };

    const settled = Buffer.from(truncatePdfDate(both, dates)).toString('latin1');

    expect(settled).toMatch(/CreationDate \(D:2019\) +\/ModDate \(D:202611\)/);
  });

  it('must be there', () => {
    const created = { iso: '2019', year: 2019 };

    expect(() => truncatePdfDate(Buffer.from('%PDF'), { created, modified: created })).toThrow(
      'no date',
    );
  });
});
