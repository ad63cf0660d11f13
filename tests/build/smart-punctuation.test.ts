import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';

let site: BuiltSite;
let page: BuiltPage;

beforeAll(async () => {
  site = await readGoodSite('smart-punctuation');
  page = await readPage(site.root, '2026/11/typed/index.html');
});

describe('an essay in the punctuation of a typewriter', () => {
  it('has that of its language in text and front matter', () => {
    expect(page.texts('h1, .remarks li')).toEqual([
      'It’s a “typed” title – of the 1990s',
      'The editors’ “remark”.',
    ]);
    expect(page.texts('.prose > p')[0]).toBe(
      'It’s “typed”, he said: “‘Quoted’ words in ‘a larger’ quotation,” – and so on… From 1862–1930 the dogs’ bone—the bone of the ’90s–was 6" long.1 “All of this.”2',
    );
    expect(page.texts('blockquote p')).toEqual([
      '“A quotation of two lines, which isn’t “broken” – here.”',
    ]);
    expect(page.texts('th, td')).toEqual(['“Cell”', 'It’s', '“one”', '‘two’']);
  });

  it('has it in its notes, and leaves the record of a source as that is', () => {
    const [first = '', second = ''] = page.texts('.notes li');

    expect(first).toContain('See O’Neill’s “life” in O');
    expect(first).toContain(', “emphasis” added.');
    expect(second).toContain('The note’s “own” words – (O');
    expect(page.attributes('.notes a[href^=https]', 'href')[0]).toBe(
      'https://example.org/it--is...',
    );
  });

  it('keeps code, addresses and what is behind a backslash, and sets other languages as theirs', () => {
    expect(page.texts('.prose code, .prose kbd')).toEqual([`it's "so" -- here...`, `it's "so"`]);
    expect(page.texts('.prose > p')[1]).toContain(`https://example.org/it's--here and`);
    expect(page.texts('.prose > p')[1]).toContain(`"so" it's 1--2.`);
    expect(page.texts('.prose span[lang]')).toEqual([
      '„Das geht’s,“ sagte ‚er‘.',
      '«\u{202f}Oui\u{202f}»'.replaceAll('\u{202f}', ' '),
    ]);
  });

  it('keeps the anchors that it has without', () => {
    expect(page.attributes('.prose h2', 'id')).toContain('its-a-heading----here');
    expect(page.texts('.prose h2')[0]).toBe('It’s a “heading” – here');
    expect(page.attributes('.notes li', 'id')[0]).toBe(
      'fn-see-O-Neill-s-life-in-oneill1999-p3-4-emphasis-added',
    );
  });

  it('is the same in the feed, on the page of sources and as Markdown', async () => {
    const read = (name: string) => readFile(join(site.dist, name), 'utf8');

    expect(await read('feed.xml')).toContain('It’s “typed”, he said');
    // Where it is quoted as a whole, it has its marks once, from <q>.
    expect((await readPage(site.root, 'sources/index.html')).texts('q')).toContain('All of this.');
    const markdown = await read('2026/11/typed/index.md');
    expect(markdown).toContain('It’s “typed”, he said: “‘Quoted’ words');
    expect(markdown).toContain(`\`it's "so" -- here...\``);
    expect(markdown).toContain(String.raw`\"so\" it\'s 1\--2.`);
    expect(markdown).toContain('> which isn’t “broken” – here.”');
  });

  it.each([
    ['2026/10/getippt', '„Das geht’s,“ sagte er – „und ‚mehr‘ auch…“1', 'Siehe „dort“ O'],
    ['2026/09/saisi', 'L’auteur dit « c’est “ainsi” partout » – et s’en va.1', 'Voir « ici » O'],
  ])('in another language has that of the language: %s', async (path, text, note) => {
    const other = await readPage(site.root, `${path}/index.html`);

    expect(other.texts('.prose > p')[0]).toBe(text);
    expect(other.texts('.notes li')[0]).toContain(note);
  });
});
