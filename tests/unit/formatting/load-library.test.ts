import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
