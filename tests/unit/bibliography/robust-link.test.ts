import { describe, expect, it } from 'vitest';
import { robustLinks } from '../../../src/bibliography/robust-link.ts';
import type { CslItem } from '../../../src/bibliography/source.ts';

const item = (fields: Partial<CslItem>): CslItem => ({ id: 'a', type: 'webpage', ...fields });
const date = (...parts: number[]) => ({ 'date-parts': [parts] });
const URL = 'https://example.org/page?a=1';

describe('a robust link', () => {
  it('leads to the archive nearest the date of the source', () => {
    expect(robustLinks(item({ URL, issued: date(2019, 5, 2) }))).toEqual([
      {
        originalUrl: URL,
        versionUrl: `https://web.archive.org/web/20190502/${URL}`,
        versionDate: '2019-05-02',
      },
    ]);
  });

  it('prefers the date on which the source was read', () => {
    const [link] = robustLinks(item({ URL, issued: date(2019), accessed: date(2020, 1) }));

    expect(link?.versionUrl).toBe(`https://web.archive.org/web/202001/${URL}`);
    expect(link?.versionDate).toBe('2020-01');
  });

  it('prefers the archived copy that the entry names', () => {
    const custom = { archiveurl: 'https://archive.example/x', archivedate: '2019-06-01' };

    const [link] = robustLinks(item({ URL, issued: date(2019), custom }));

    expect(link?.versionUrl).toBe('https://archive.example/x');
    expect(link?.versionDate).toBe('2019-06-01');
  });

  it('asks for the oldest copy of what is older than the archive', () => {
    const [link] = robustLinks(item({ URL, issued: date(1950, 7, 7) }));

    expect(link?.versionUrl).toBe(`https://web.archive.org/web/1996/${URL}`);
  });

  it('has no date where nothing is dated', () => {
    expect(robustLinks(item({ URL }))).toEqual([
      { originalUrl: URL, versionUrl: `https://web.archive.org/web/${URL}` },
    ]);
  });

  it('is made of a DOI, too, and of nothing that is not of the web', () => {
    const of = (fields: Partial<CslItem>) =>
      robustLinks(item(fields)).map(({ originalUrl }) => originalUrl);

    expect(of({ URL, DOI: '10.1000/182' })).toEqual([URL, 'https://doi.org/10.1000/182']);
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/', 'a.b']) {
      expect(of({ URL: address })).toEqual([]);
    }
  });
});
