import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCitationLibrary } from '../../../src/formatting/citation-library.ts';

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

const open = (bibliography: string[], style = 'notes.csl') =>
  openCitationLibrary({ root, bibliography, style });

describe('a citation library', () => {
  it('merges several bibliographies', async () => {
    await writeFile(join(root, 'b.json'), '[{"id": "b", "type": "book"}]');
    const { bibliography } = await open(['a.bib', 'b.json']).load();

    expect([...bibliography.sources.keys()]).toEqual(['a', 'b']);
  });

  it('reports a file that is not there, and goes on with the others', async () => {
    const { bibliography, problems } = await open(['a.bib', 'missing.bib']).load();

    expect([...bibliography.sources.keys()]).toEqual(['a']);
    expect(problems).toMatchObject([{ rule: 'bibliography-is-readable', file: 'missing.bib' }]);
  });

  it('has no formatter without a style', async () => {
    const { formatter, problems } = await open(['a.bib'], 'missing.csl').load();

    expect(formatter).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'citation-style-is-readable', file: 'missing.csl' }]);
  });

  it('reads its files once, until it is told that one has changed', async () => {
    const library = open(['a.bib']);
    await library.load();
    await writeFile(join(root, 'a.bib'), '@book{b, title = {T}}');

    const before = await library.load();
    library.forget();
    const after = await library.load();

    expect([...before.bibliography.sources.keys()]).toEqual(['a']);
    expect([...after.bibliography.sources.keys()]).toEqual(['b']);
  });
});
