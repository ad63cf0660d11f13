import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../src/bibliography/read-bibtex.ts';

const read = (text: string) => readBibtex(text, 'sources.bib');
const only = (text: string) => read(text).sources[0]?.item;

describe('a bibliography', () => {
  it('keeps the case of a title as written, with braces or without', () => {
    expect(only('@book{a, title = {The {MiG} and Me}}')?.title).toBe('The MiG and Me');
  });

  it('has no colon between a question and its subtitle, and reads a review as an article', () => {
    const text =
      '@review{a, title = {{Who Eats}?}, subtitle = {A Thriller}, journal = {J}, number = {3}}';

    expect(only(text)).toMatchObject({
      type: 'article-journal',
      title: 'Who Eats? A Thriller',
      issue: '3',
    });
  });

  it('keeps a corporate name whole', () => {
    expect(only('@book{a, author = {{Council, of Something}}}')?.author).toEqual([
      { literal: 'Council, of Something' },
    ]);
  });

  it('keeps a name that is marked family first in that order', () => {
    const item = only(
      '@book{a, author = {Doe, Jane and Kim, Tong-Hyung}, author+an:order = {2=family-first}}',
    );

    expect(item?.author).toEqual([
      { family: 'Doe', given: 'Jane' },
      { family: 'Kim', given: 'Tong-Hyung', 'static-ordering': true },
    ]);
  });

  it('reads accents, particles, strings and cross-references', () => {
    const { sources } = read(`
      @string{pub = {Verlag}}
      @incollection{part, author = {van der Berg, J{\\"o}rg}, title = {Part}, crossref = {whole}}
      @collection{whole, editor = {A, B}, title = {Whole}, date = {2020}, publisher = pub}
    `);

    expect(sources[0]?.item).toMatchObject({
      author: [{ family: 'Berg', given: 'Jörg', 'non-dropping-particle': 'van der' }],
      'container-title': 'Whole',
      publisher: 'Verlag',
    });
  });

  it('knows newspapers and magazines from journals', () => {
    const typeOf = (subtype: string) =>
      only(`@article{a, entrysubtype = {${subtype}}, title = {T}}`)?.type;

    expect(typeOf('newspaper')).toBe('article-newspaper');
    expect(typeOf('magazine')).toBe('article-magazine');
    expect(typeOf('letter')).toBe('article-journal');
  });

  it('has dates as exact as they are given', () => {
    expect(only('@book{a, date = {2018}}')?.issued?.['date-parts']).toEqual([[2018]]);
    expect(only('@book{a, date = {2018-10}}')?.issued?.['date-parts']).toEqual([[2018, 10]]);
  });

  it('reads what Zotero and Better BibTeX write', () => {
    const item = only(`@online{vandenbergFlusse2020,
      title = {{{Flüsse}} und {{Grenzen}}: \\emph{Eine} Studie},
      shorttitle = {{{Flüsse}} und {{Grenzen}}},
      author = {family=Berg, given=Jörg, prefix=van den, useprefix=true and {{Verein e.V.}}},
      date = {2020-03-15/2020-04},
      url = {https://example.org/a_b%20c?d=e&f=~g},
      urldate = {2026-11-01},
      langid = {ngerman},
      organization = {Ein Ort},
      file = {/home/anna/x.pdf}
    }`);

    expect(item).toMatchObject({
      type: 'webpage',
      title: 'Flüsse und Grenzen: <i>Eine</i> Studie',
      'title-short': 'Flüsse und Grenzen',
      author: [
        { family: 'Berg', given: 'Jörg', 'non-dropping-particle': 'van den' },
        { literal: 'Verein e.V.' },
      ],
      issued: {
        'date-parts': [
          [2020, 3, 15],
          [2020, 4],
        ],
      },
      accessed: { 'date-parts': [[2026, 11, 1]] },
      URL: 'https://example.org/a_b%20c?d=e&f=~g',
      language: 'de',
      publisher: 'Ein Ort',
    });
  });

  it('reads a list of publishers as one', () => {
    const item = only(
      '@book{a, title = {T}, publisher = {Simon and Schuster}, location = {London and Paris}}',
    );

    expect(item?.publisher).toBe('Simon and Schuster');
  });

  it('says of what a library keeps both where it is and under which mark', () => {
    const [source] = readBibtex(
      '@unpublished{a, title = {Letter}, library = {British Library}, shelfmark = {Add. MS 4}}',
      'a.bib',
    ).sources;

    expect(source?.item['call-number']).toBe('British Library, Add. MS 4');
  });

  it('finds a preprint where its archive has it', () => {
    const entry = (fields: string) =>
      only(`@misc{a, title = {T}, eprint = {2101.00001}, ${fields}}`);

    expect(entry('eprinttype = {arxiv}')?.URL).toBe('https://arxiv.org/abs/2101.00001');
    expect(entry('archiveprefix = {arXiv}')?.URL).toBe('https://arxiv.org/abs/2101.00001');
    expect(entry('eprinttype = {arxiv}, doi = {10.1/x}')?.URL).toBeUndefined();
    expect(entry('eprinttype = {unknown}')?.URL).toBeUndefined();
  });

  it('says where each key stands', () => {
    const { sources } = read(
      '% a comment\n@book{one,\n title={1}}\n\n  @online{ two, title={2}}\n',
    );

    expect(sources.map(({ key, place }) => [key, place])).toEqual([
      ['one', { line: 2, column: 7 }],
      ['two', { line: 5, column: 12 }],
    ]);
  });

  it('loses only the entry with the syntax error, and says where that is', () => {
    const { sources, problems } = read(
      '@book{a,\n title={A}}\n@book{b,\n title={B}\n year={1}}\n@book{c,\n title={C}}\n',
    );

    expect(sources.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([
      { rule: 'bibliography-parses', place: { line: 5, column: 2 } },
    ]);
  });

  it('keeps an entry whose abstract or remark cannot be read', () => {
    const { sources, problems } = read(
      '@book{a, title = {A}, abstract = {x $ y \\begin{b}}, annotation = {a $ b}, file = {$}}',
    );

    expect(problems).toEqual([]);
    expect(sources[0]?.item.title).toBe('A');
  });

  it('has the words of BibLaTeX for kinds and states of publication in English', () => {
    const genre = (entry: string) => only(entry)?.genre;

    expect(genre('@phdthesis{a, title = {T}}')).toBe('PhD thesis');
    expect(genre('@thesis{a, title = {T}, type = {mathesis}}')).toBe('Master’s thesis');
    expect(genre('@thesis{a, title = {T}, type = {Habilitation}}')).toBe('Habilitation');
    expect(genre('@techreport{a, title = {T}}')).toBe('technical report');
    expect(genre('@patent{a, title = {T}, type = {patenteu}}')).toBe('European patent');
    expect(only('@book{a, title = {T}, pubstate = {inpress}}')?.['status']).toBe('in press');
  });

  it('has no whole book in another, whose title for its chapters BibDesk and DBLP write', () => {
    const { sources } = read(`
      @incollection{a, title = {One}, author = {Kim, A}, crossref = {b}}
      @book{b, title = {Whole}, booktitle = {Whole}, author = {Kim, A}, year = 2019}
      @proceedings{c, title = {Proceedings of the Third}, booktitle = {P@3}, year = 2019}
    `);

    expect(sources.map(({ item }) => item['container-title'])).toEqual([
      'Whole',
      undefined,
      undefined,
    ]);
  });

  it('has the part of a volume, the volume of a chapter, and the journal before the book of an article', () => {
    const { sources } = read(
      `@book{a, title = {T}, volume = 25, part = {II}}
@incollection{b, title = {B}, crossref = {c}}
@collection{c, maintitle = {Works}, title = {Youth}, volume = 2}
@article{d, title = {D}, journal = {J}, booktitle = {Proceedings}}`,
    );

    expect(sources.map(({ item }) => item)).toMatchObject([
      { volume: '25.II' },
      { 'container-title': 'Works', 'volume-title': 'Youth', volume: '2' },
      { title: 'Youth' },
      { 'container-title': 'J' },
    ]);
  });

  it('has every person of a list with commas', () => {
    const namesOf = (author: string) =>
      read(`@book{a, title = {T}, author = {${author}}}`).sources[0]?.item.author?.map(
        ({ family }) => family,
      );

    expect(namesOf('Ann Kim, Ben Lee, Carl Roe and Di Fox')).toEqual(['Kim', 'Lee', 'Roe', 'Fox']);
    expect(namesOf('King, Jr., Martin Luther')).toEqual(['King']);
    expect(namesOf('de la Cruz, the Third, Juan Carlos')).toEqual(['Cruz']);
  });

  it('has the number of a paper in its series', () => {
    const paper = only(
      '@inproceedings{a, title = {T}, booktitle = {B}, series = {CEUR Proceedings}, number = {2275}}',
    );

    expect(paper).toMatchObject({
      'collection-title': 'CEUR Proceedings',
      'collection-number': '2275',
    });
    expect(paper).not.toHaveProperty('issue');
  });

  it('takes the first of several addresses in one field', () => {
    const text = '@misc{a, title = {T}, url = {https://a.example/1\nhttps://b.example/2}}';

    expect(only(text)?.URL).toBe('https://a.example/1');
  });

  it('tells the day from the month beside it', () => {
    const day = (month: string) =>
      only(`@article{a, title = {T}, year = 2015, month = ${month}}`)?.issued;

    expect(day('"10~" # nov')).toEqual({ 'date-parts': [[2015, 11, 10]] });
    expect(day('nov # "~10"')).toEqual({ 'date-parts': [[2015, 11, 10]] });
    expect(day('nov')).toEqual({ 'date-parts': [[2015, 11]] });
  });

  it('has dates of every kind as BibLaTeX and BibTeX mean them, inherited ones too', () => {
    const { sources } = read(`
      @online{a, title = {A}, date = {198X}, urldate = {2019-05-02}, origdate = {-0399}}
      @book{d, title = {D}, year = 1997, origyear = 1959}
      @inproceedings{b, title = {B}, crossref = {c}}
      @proceedings{c, title = {C}, year = 2015, month = {September/October}}
    `);

    expect(sources.map(({ item }) => item)).toMatchObject([
      {
        issued: { 'date-parts': [[1980], [1989]] },
        accessed: { 'date-parts': [[2019, 5, 2]] },
        'original-date': { 'date-parts': [[-400]] },
      },
      { 'original-date': { 'date-parts': [[1959]] } },
      {
        issued: {
          'date-parts': [
            [2015, 9],
            [2015, 10],
          ],
        },
      },
      {
        issued: {
          'date-parts': [
            [2015, 9],
            [2015, 10],
          ],
        },
      },
    ]);
  });

  it('has addresses as they are typed', () => {
    expect(only('@online{a, url = {https://a.example/b%2Fc\\_d}}')?.URL).toBe(
      'https://a.example/b%2Fc_d',
    );
    expect(only('@online{a, doi = {https://doi.org/10.1000/182}}')?.DOI).toBe('10.1000/182');
  });

  it('loses nothing of a law case, a treaty or a docket', () => {
    expect(
      only(`@jurisdiction{a, title = {A v. B}, journaltitle = {U.S.}, volume = {5}, pages = {137},
        number = {12-3}, institution = {Supreme Court}, date = {1803}}`),
    ).toMatchObject({
      type: 'legal_case',
      'container-title': 'U.S.',
      volume: '5',
      page: '137',
      number: '12-3',
      authority: 'Supreme Court',
    });
    expect(only('@jurisdiction{a, reporter = {CLR}, docket = {7}}')).toMatchObject({
      'container-title': 'CLR',
      number: '7',
    });
    expect(only('@legal{a, title = {T}, journaltitle = {UNTS}, number = {5}}')).toMatchObject({
      type: 'treaty',
      'container-title': 'UNTS',
      number: '5',
    });
  });

  it('calls a director one, and not an editor', () => {
    const item = only('@movie{a, title = {M}, editor = {Kim, A}, editortype = {director}}');

    expect(item?.['director']).toEqual([{ family: 'Kim', given: 'A' }]);
    expect(item?.editor).toBeUndefined();
    expect(only('@movie{a, director = {Kim, A}}')?.['director']).toHaveLength(1);
  });

  it('takes what xdata has, and nothing of it in place of its own', () => {
    const { sources } = read(`
      @xdata{far, location = {Berlin}}
      @xdata{press, publisher = {Verlag}, xdata = {far}}
      @book{a, title = {A}, xdata = {press}}
      @book{b, title = {B}, publisher = {Eigen}, xdata = {press}}
    `);

    expect(sources.map(({ key, item }) => [key, item.publisher, item['publisher-place']])).toEqual([
      ['a', 'Verlag', 'Berlin'],
      ['b', 'Eigen', 'Berlin'],
    ]);
  });

  it('does not loop where entries refer to each other', () => {
    const { sources } = read(
      '@book{a, title = {A}, crossref = {b}, xdata = {a}}\n@book{b, title = {B}, crossref = {a}}',
    );

    expect(sources.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('has additions to titles, two places, and what a review stands in', () => {
    expect(only('@book{a, title = {T}, subtitle = {S.}, titleaddon = {Exhibition}}')?.title).toBe(
      'T: S. Exhibition',
    );
    expect(
      only('@inproceedings{a, title = {T}, address = {New York}, location = {Calgary}}'),
    ).toMatchObject({ 'publisher-place': 'New York', 'event-place': 'Calgary' });
    expect(only('@book{a, title = {T}, address = {York}, location = {York}}')).toEqual({
      id: 'a',
      'citation-key': 'a',
      type: 'book',
      title: 'T',
      'publisher-place': 'York',
    });
    expect(only('@review{a, title = {T}, journaltitle = {J}}')?.['container-title']).toBe('J');
  });

  it('has the number of an issue and its name', () => {
    expect(only('@article{a, title = {T}, number = 3, issue = {Spring}}')?.issue).toBe('3, Spring');
    expect(only('@article{a, title = {T}, issue = {Spring}}')?.issue).toBe('Spring');
    expect(only('@article{a, title = {T}, number = {19}, issue = {19}}')?.issue).toBe('19');
  });

  it('has the first of a set in its place, and says so', () => {
    const { sources, problems } = read(
      '@set{s, entryset = {a, b}}\n@book{a, title = {A}}\n@book{b, title = {B}}',
    );

    expect(sources[0]).toMatchObject({ key: 's', item: { id: 's', title: 'A' } });
    expect(problems).toMatchObject([
      { rule: 'source-can-be-printed', source: 's', advice: 'Cite its members: `[@a; @b]`.' },
    ]);
  });

  it('has chapters of a book without an author, and whatever is annotated', () => {
    const { sources, problems } = read(`
      @inbook{part, title = {P}, crossref = {whole}, author = {Kim, A}, author+an:role = {1=a,2=b}}
      @book{whole, title = {W}, editor = {Lee, B}}
    `);

    expect(problems.filter(({ rule }) => rule === 'bibliography-parses')).toEqual([]);
    expect(sources.map(({ item }) => item)).toMatchObject([
      { type: 'chapter', 'container-title': 'W', editor: [{ family: 'Lee' }] },
      { type: 'book', title: 'W' },
    ]);
  });

  it('may be empty', () => {
    expect(read('% nothing yet\n')).toMatchObject({ sources: [], problems: [] });
  });
});
