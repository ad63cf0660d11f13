import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareCitation } from '../../../src/citations/citation.ts';
import { placeAlone } from '../../../src/citations/positions.ts';
import { isLibraryFile, type Library, loadLibrary } from '../../../src/formatting/load-library.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'library-'));
  await cp('content/notes.csl', join(root, 'notes.csl'));
  await writeFile(
    join(root, 'a.bib'),
    '@book{a, author = {A, B}, title = {T}, publisher = {P}, date = {2020}}',
  );
});

afterEach(() => rm(root, { recursive: true }));

const load = (bibliography: string[], style = 'notes.csl', last?: Library) =>
  loadLibrary(root, { bibliography, style, sources: 'notes.csl' }, last);

describe('a library', () => {
  it('merges several bibliographies', async () => {
    await writeFile(join(root, 'b.json'), '[{"id": "b", "type": "book"}]');
    const { bibliography } = await load(['a.bib', 'b.json']);

    expect([...bibliography.sources.keys()]).toEqual(['a', 'b']);
  });

  it('reports a file that is not there, and goes on with the others', async () => {
    const { bibliography, problems } = await load(['a.bib', 'missing.bib']);

    expect([...bibliography.sources.keys()]).toEqual(['a']);
    expect(problems).toMatchObject([{ rule: 'bibliography-is-readable', file: 'missing.bib' }]);
  });

  it('has no formatter without a style', async () => {
    const { notes, entries, problems } = await load(['a.bib'], 'missing.csl');

    expect(notes).toBeUndefined();
    expect(entries).toBeDefined();
    expect(problems).toMatchObject([{ rule: 'citation-style-is-readable', file: 'missing.csl' }]);
  });

  it('is the same until one of its files has changed, and then another', async () => {
    const before = await load(['a.bib']);
    const same = await load(['a.bib'], 'notes.csl', before);
    await writeFile(join(root, 'a.bib'), '@book{b, title = {T}}');
    const after = await load(['a.bib'], 'notes.csl', before);

    expect(same).toBe(before);
    expect([...before.bibliography.sources.keys()]).toEqual(['a']);
    expect([...after.bibliography.sources.keys()]).toEqual(['b']);
  });

  it('keeps the items of entries that are as they were, and what was printed of them', async () => {
    const book = (key: string, title: string) =>
      `@book{${key}, author = {A, B}, title = {${title}}, publisher = {P}, date = {2020}}\n`;
    await writeFile(join(root, 'a.bib'), book('a', 'T') + book('b', 'U'));
    const before = await load(['a.bib']);
    const [a, b] = ['a', 'b'].map((key) => placeAlone(bareCitation(key)));
    const printed = await before.notes?.format([a, b].flatMap((each) => each ?? []));
    await writeFile(join(root, 'a.bib'), `\n${book('a', 'T')}${book('b', 'V')}`);

    const after = await load(['a.bib'], 'notes.csl', before);

    const itemOf = ({ bibliography }: Library, key: string) => bibliography.sources.get(key)?.item;
    expect(itemOf(after, 'a')).toBe(itemOf(before, 'a'));
    expect(after.bibliography.sources.get('a')?.place.line).toBe(2);
    expect(itemOf(after, 'b')).toMatchObject({ title: 'V' });
    expect(a && after.notes?.formatted(a)).toBe(printed?.[0]);
    expect(b && after.notes?.formatted(b)).toBeUndefined();
    expect(b && before.notes?.formatted(b)).toBe(printed?.[1]);
  });

  it('reads an entry anew when one has changed that it inherits from', async () => {
    const part = '@inbook{part, author = {A, B}, title = {T}, crossref = {whole}, date = {2020}}\n';
    const whole = '@book{whole, editor = {C, D}, title = {Old}, publisher = {P}, date = {2020}}\n';
    await writeFile(join(root, 'a.bib'), part + whole);
    const before = await load(['a.bib']);
    await writeFile(join(root, 'a.bib'), part + whole.replace('Old', 'New'));

    const after = await load(['a.bib'], 'notes.csl', before);

    expect(before.bibliography.sources.get('part')?.item['container-title']).toBe('Old');
    expect(after.bibliography.sources.get('part')?.item['container-title']).toBe('New');
  });

  it('prints everything anew when the style has changed', async () => {
    const before = await load(['a.bib']);
    const placed = placeAlone(bareCitation('a'));
    await before.notes?.format([placed]);
    const style = await readFile(join(root, 'notes.csl'), 'utf8');
    await writeFile(join(root, 'notes.csl'), style.replace('</style>', '<!-- --></style>'));

    const after = await load(['a.bib'], 'notes.csl', before);

    expect(after.notes?.formatted(placed)).toBeUndefined();
  });

  it('is another when a locale has come to its style', async () => {
    const before = await load(['a.bib']);
    await writeFile(join(root, 'locales-ko-KR.xml'), '<locale/>');
    const after = await load(['a.bib'], 'notes.csl', before);

    expect(after).not.toBe(before);
    expect([...after.texts.keys()]).toContain('./locales-ko-KR.xml');
  });

  it('knows its files by their names', () => {
    const files = { bibliography: ['c/a.bib'], style: 'c/notes.csl', sources: 'd/sources.csl' };
    const names = ['c/a.bib', 'c/notes.csl', 'd/sources.csl', 'd/locales-ko-KR.xml'];
    const others = ['c/b.bib', 'locales-ko-KR.xml', 'e/locales-ko-KR.xml', 'c/a.mdx'];

    expect([...names, ...others].filter((name) => isLibraryFile(name, files))).toEqual(names);
  });
});
