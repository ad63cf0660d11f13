import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';

const rulesOf = (entry: string) =>
  readBibliography([{ path: 'a.bib', text: entry }]).problems.map(({ rule }) => rule);

describe('an entry', () => {
  it.each([
    '@jurisdiction{a, title = {A v. B}, date = {1803}}',
    '@legal{a, title = {Treaty}, date = {1951}}',
    '@legislation{a, title = {Act}, date = {1964}}',
    '@periodical{a, title = {Journal}, date = {2019}}',
    '@online{a, title = {Page}, date = {2019}, url = {https://a.example/}}',
    '@patent{a, title = {Wheel}, author = {Kim, A}, number = {7}, date = {2019}}',
    '@movie{a, title = {Film}, date = {1964}}',
    '@article{a, title = {T}, author = {Kim, A}, date = {2010}, doi = {10/d9c537}}',
    '@online{a, title = {<i>Page</i> 1}, date = {2019}, url = {https://a.example/b\\_c}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = {c. 1983}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = {[1983]}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = {1960--61}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = 2015, month = {May/June}}',
    '@misc{a, title = {T}, author = {Kim, A}, date = {2019}, note = {\\url{https://a.example/}}}',
    '@misc{a, title = {T}, author = {Kim, A}, date = {2019}, note = {In preparation}}',
    '@misc{a, title = {T}, author = {Kim, A}, date = {2019}, howpublished = {Broadsheet}}',
    '@misc{a, title = {T}, author = {Kim, A}, date = {2019}, url = {ftp://a.example/b.ps}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = 1996, month = {7-11 August}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = 2016, month = "29~" # nov}',
    '@book{a, title = {T}, author = {Kim, A}, publisher = {P}, year = 2016, affiliation = {<kim@a.example>}}',
    '@book{a, title = {T}, author = {Kim, A}, address = {Berlin}, year = 1921}',
    '@proceedings{a, title = {Proceedings of the Third}, year = 2003, url = {https://a.example/}}',
  ])('%s gives no alarm', (entry) => {
    expect(rulesOf(entry)).toEqual([]);
  });

  it('is not another that stands on the same page, or in another issue', () => {
    const one = (key: string, title: string, issue: number) =>
      `@article{${key}, title = {${title}}, author = {Kim, A}, journal = {J}, number = {${issue}}, year = 2001, url = {https://a.example/}}`;

    expect(rulesOf(one('a', 'Content Language', 1) + one('b', 'Content Language', 1))).toEqual([
      'source-is-listed-once',
    ]);
    expect(rulesOf(one('a', 'Content Language', 1) + one('b', 'Auction Protocol', 1))).toEqual([]);
    expect(rulesOf(one('a', 'Calls', 1) + one('b', 'Calls', 2))).toEqual([]);
  });

  it('is warned of a DOI that is mended, and at fault with one that cannot be', () => {
    const doi = (value: string) =>
      rulesOf(`@article{a, title = {T}, author = {K, A}, date = {2019}, doi = {${value}}}`);

    expect(doi('https://doi.org/10.1000/182')).toEqual(['source-doi-is-bare']);
    expect(doi('see 10.1000/182')).toEqual(['source-doi-is-well-formed']);
  });

  it('has a whole address that is near the one typed', () => {
    const text = '@misc{a, title = {T}, author = {K, A}, date = {2019}, url = {www.a.example/b}}';
    const { problems } = readBibliography([{ path: 'a.bib', text }]);

    expect(problems).toMatchObject([{ nearest: 'https://www.a.example/b' }]);
  });
});
