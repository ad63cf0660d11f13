import { describe, expect, it } from 'vitest';
import { lookUpSource, readLookUp } from '../../../src/bibliography/look-up-source.ts';
import { readPasted } from '../../../src/bibliography/read-pasted.ts';

const answer = (body: string, type: string, status = 200) => {
  const asked: { url: string; accept: string | null }[] = [];
  const fetch = async (url: Parameters<typeof globalThis.fetch>[0], init?: RequestInit) => {
    asked.push({ url: String(url), accept: new Headers(init?.headers).get('accept') });
    return new Response(body, { status, headers: { 'content-type': type } });
  };
  return { fetch, asked };
};

async function lookUp(typed: string, fetch: typeof globalThis.fetch) {
  const asked = readLookUp(typed);
  if (asked === undefined) throw new Error(`${typed} asks for nothing.`);
  const found = await lookUpSource(asked, { fetch, today: '2026-11-24', milliseconds: 50 });
  return 'fault' in found ? found.fault : readPasted(found);
}

const openLibrary = (isbn: string) =>
  `https://openlibrary.org/api/books?bibkeys=ISBN:${isbn}&format=json&jscmd=data`;

describe('what is looked up', () => {
  it.each([
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['DOI: 10.1000/a<b>#c', 'https://doi.org/10.1000/a%3Cb%3E%23c'],
    ['https://doi.org/10.1000/a%23c', 'https://doi.org/10.1000/a%23c'],
    ['http://dx.doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
    ['ISBN 978-0-306-40615-7', openLibrary('9780306406157')],
    ['0-8044-2957-x', openLibrary('080442957X')],
  ])('%s is asked for at %s', (typed, url) => {
    expect(readLookUp(typed)?.url).toBe(url);
  });

  it.each([
    'sources.bib',
    '@book{a}',
    'ftp://a.example/',
    'javascript:alert(1)',
    '10.5',
    '9780306406158',
  ])('%s is no DOI, ISBN or address', (typed) => {
    expect(readLookUp(typed)).toBeUndefined();
  });
});

describe('an ISBN', () => {
  it('is looked up at Open Library, and names stay as they are said there', async () => {
    const book = {
      title: 'Bridges',
      subtitle: 'A History',
      authors: [{ name: 'Ada Okafor' }],
      publishers: [{ name: 'Made-up Press' }],
      publish_places: [{ name: 'Lagos' }],
      publish_date: 'March 2017',
    };
    const known = answer(JSON.stringify({ 'ISBN:9780306406157': book }), 'application/json');

    expect(await lookUp('978-0-306-40615-7', known.fetch)).toMatchObject({
      sources: [
        {
          item: {
            type: 'book',
            title: 'Bridges: A History',
            author: [{ literal: 'Ada Okafor' }],
            publisher: 'Made-up Press',
            'publisher-place': 'Lagos',
            issued: { 'date-parts': [[2017, 3]] },
            ISBN: '9780306406157',
          },
        },
      ],
    });
    expect(known.asked[0]?.accept).toBe('application/json');
  });

  it('that is not known is said so', async () => {
    expect(await lookUp('9780306406157', answer('{}', 'application/json').fetch)).toContain(
      'The ISBN “9780306406157” could not be looked up (Open Library does not know it)',
    );
  });
});

describe('a DOI', () => {
  it('is looked up as CSL-JSON, of which only what CSL knows is taken', async () => {
    const registry = answer(
      JSON.stringify({
        type: 'journal-article',
        title: 'A Quiet Border',
        author: [{ family: 'Ahn', given: 'Mi-Rae', sequence: 'first', affiliation: [] }],
        issued: { 'date-parts': [[2018, 11]] },
        'container-title': 'Journal of Made-up Studies',
        DOI: '10.5555/quiet.2018',
        'reference-count': 3,
        license: [{ URL: 'https://a.example/' }],
      }),
      'application/vnd.citationstyles.csl+json',
    );

    const found = await lookUp('10.5555/quiet.2018', registry.fetch);

    expect(registry.asked[0]?.accept).toBe('application/vnd.citationstyles.csl+json');
    expect(found).toMatchObject({
      problems: [],
      sources: [
        {
          file: '10.5555/quiet.2018',
          item: { type: 'article-journal', title: 'A Quiet Border', DOI: '10.5555/quiet.2018' },
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('license');
  });

  it('that nobody has is said to be so', async () => {
    const { fetch } = answer('<h1>Not found</h1>', 'text/html', 404);

    expect(await lookUp('10.5555/none', fetch)).toBe(
      'The DOI “10.5555/none” could not be looked up (nothing is there): paste the BibTeX or RIS that its publisher or Zotero gives instead.',
    );
  });

  it('whose answer is something else is said to have one', async () => {
    const { fetch } = answer('<html>', 'text/html');

    expect(await lookUp('10.5555/none', fetch)).toContain('(the answer was no CSL-JSON)');
  });
});

describe('an address', () => {
  const page = (head: string) =>
    answer(`<!doctype html><html lang="en"><head>${head}</head></html>`, 'text/html; charset=utf-8')
      .fetch;
  const found = async (head: string) => {
    const read = await lookUp('https://a.example/b#c', page(head));
    return typeof read === 'string' ? read : read.sources[0]?.item;
  };

  it('is looked up by the Highwire tags of its page', async () => {
    expect(
      await found(`
        <title>Border | Journal</title>
        <meta name="citation_title" content="A Quiet &amp; Long Border">
        <meta name="citation_author" content="Ahn, Mi-Rae"><meta name="citation_author" content="Council of Rivers">
        <meta name="citation_journal_title" content="Journal of Made-up Studies">
        <meta name="citation_publication_date" content="2018/11/02">
        <meta name="citation_doi" content="doi:10.5555/quiet.2018">
        <meta name="citation_volume" content="12"><meta name="citation_firstpage" content="211">
        <meta name="citation_lastpage" content="240">`),
    ).toMatchObject({
      type: 'article-journal',
      title: 'A Quiet & Long Border',
      author: [{ family: 'Ahn', given: 'Mi-Rae' }, { literal: 'Council of Rivers' }],
      'container-title': 'Journal of Made-up Studies',
      issued: { 'date-parts': [[2018, 11, 2]] },
      accessed: { 'date-parts': [[2026, 11, 24]] },
      DOI: '10.5555/quiet.2018',
      URL: 'https://a.example/b',
      volume: '12',
      page: '211-240',
      language: 'en',
    });
  });

  it('is looked up by Dublin Core and Open Graph else', async () => {
    expect(
      await found(`
        <title>Border - Herald</title>
        <meta property="og:title" content="The Border"><meta property="og:site_name" content="The Herald">
        <meta property="article:published_time" content="2018-11-02T08:00:00Z">
        <meta property="article:author" content="https://social.example/someone">
        <meta name="DC.creator" content="Okafor, Ada; Sato, Yuki">`),
    ).toMatchObject({
      type: 'webpage',
      title: 'The Border',
      'container-title': 'The Herald',
      issued: { 'date-parts': [[2018, 11, 2]] },
      author: [
        { family: 'Okafor', given: 'Ada' },
        { family: 'Sato', given: 'Yuki' },
      ],
    });
  });

  it('of a page that says nothing has its title, and no date that is not there', async () => {
    const item = await found('<title> A \n Page </title><meta name="date" content="yesterday">');

    expect(item).toMatchObject({ type: 'webpage', title: 'A Page' });
    expect(item).not.toHaveProperty('issued');
    expect(item).not.toHaveProperty('author');
  });

  it('of something that is no page is refused', async () => {
    expect(
      await lookUp('https://a.example/x.pdf', answer('%PDF', 'application/pdf').fetch),
    ).toContain('(it is no page)');
  });
});

describe('without a network', () => {
  it('one sentence says so, and what to do instead', async () => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND doi.org'), { code: 'ENOTFOUND' });
    const offline = () => Promise.reject(new TypeError('fetch failed', { cause }));

    expect(await lookUp('10.1000/182', offline)).toBe(
      'The DOI “10.1000/182” could not be looked up (doi.org cannot be reached, ENOTFOUND): paste the BibTeX or RIS that its publisher or Zotero gives instead.',
    );
  });

  it('nobody waits for longer than was said', async () => {
    const silent: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });

    expect(await lookUp('https://a.example/', silent)).toContain('(no answer within 0.05 seconds)');
  });
});
