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
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = 2001, month = {Dec 2001}}',
    '@article{a, title = {T}, author = {Kim, A}, journal = {J}, year = 2016, month = "29~" # nov}',
    '@book{a, title = {T}, author = {Kim, A}, publisher = {P}, year = 2016, affiliation = {<kim@a.example>}}',
    '@book{a, title = {T}, author = {Kim, A}, address = {Berlin}, year = 1921}',
    '@proceedings{a, title = {Proceedings of the Third}, year = 2003, url = {https://a.example/}}',
    '@proceedings{a, booktitle = {Workshop on Rivers}, year = 2003}',
    '@book{a, title = {Proc. Rivers 2003}, year = 2003, doi = {}, url = { }}',
    '@article{a, title = {From the Resolution}, journal = {Pravda}, date = {1931-01-26}}',
    '@article{a, title = {Editorial}, journal = {Cladistics}, volume = 32, year = 2016}',
    '@article{a, title = {Mission}, journal = {The Herald}, volume = 3, year = 1834}',
    '@book{a, title = {The Second Report}, address = {New York}, year = 1824}',
    '@misc{a, title = {Page}, url = {https://a.example/}, urldate = {2021-12-16}}',
    '@misc{a, title = {Austin v. Crowder}, journal = {SE 2d}, volume = 742, year = 2012}',
    '@legislation{a, journaltitle = {N.D. Code}, volume = 12, number = {1-21}}',
    '@report{a, title = {Decision}, institution = {Board}, type = {adopted on 5 December 2022}}',
    '@legal{a, title = {Treaty}, execution = {signed=1957-03-25}}',
    '@journal{a, title = {Under the Banner}, number = 1, year = 1928}',
    '@book{a, title = {T}, author = {Kim, A}, publisher = {P}, year = {{2013}}}',
    '@book{a, title = {T}, author = {Kim, A}, publisher = {P}, year = {1931-32}}',
    '@misc{a, title = {T}, author = {Kim, A}, year = 2007, note = {ctan.org/tex-archive/info}}',
    '@article{a, title = {T}, author = {Kim, A}, year = 1974, note = {US Patent 3,828,230}}',
    '@misc{a, title = {T}, author = {Kim, A}, year = 2007, url = {https://a.example/?b=1{\\&}c{\\_}d=2}}',
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
    expect(rulesOf(one('a', 'Content Language 9', 1) + one('b', 'Content Language 11', 1))).toEqual(
      [],
    );
    expect(rulesOf(one('a', 'Calls', 1) + one('b', 'Calls', 2))).toEqual([]);
  });

  it('is not another volume or edition, another page of a site, or what was a report first', () => {
    const first = '@book{a, title = {Works}, author = {Kim, A}, publisher = {P}, year = 1969';
    const alike = (one: string, other: string) =>
      rulesOf(`${first}, ${one}}\n${first.replace('{a,', '{b,')}, ${other}}`);

    expect(alike('volume = 2', 'volume = 2')).toEqual(['source-is-listed-once']);
    expect(alike('volume = 2', 'volume = 3')).toEqual([]);
    expect(alike('edition = 2', 'edition = 3')).toEqual([]);
    expect(alike('url = {https://a.example/1}', 'url = {https://a.example/2}')).toEqual([]);
    expect(alike('url = {https://a.example/1}', 'url = {https://b.example/2}')).toEqual([
      'source-is-listed-once',
    ]);
    const report = '@report{c, title = {Works}, author = {Kim, A}, institution = {P}, year = 1969}';
    expect(rulesOf(`${first}}\n${report}`)).toEqual([]);
    expect(rulesOf(`${first}}\n@set{c, entryset = {a}}`)).toEqual(['source-can-be-printed']);
    expect(alike('journal = {arXiv}', 'series = {S}')).toEqual([]);
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
