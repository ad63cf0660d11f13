import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/disk/replace-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essay-file-'));
  await writeFile(join(folder, 'a.bib'), 'old', { mode: 0o640 });
});

afterEach(() => rm(folder, { recursive: true }));

const text = (name: string) => readFile(join(folder, name), 'utf8');

describe('a file that is replaced', () => {
  it('has its new text and its old permissions, and nothing lies beside it', async () => {
    expect(await replaceFile(join(folder, 'a.bib'), 'old', 'new')).toBe(true);

    expect(await text('a.bib')).toBe('new');
    expect((await stat(join(folder, 'a.bib'))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['a.bib']);
  });

  it('stays as somebody else has written it in the meantime', async () => {
    expect(await replaceFile(join(folder, 'a.bib'), 'older', 'new')).toBe(false);

    expect(await text('a.bib')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.bib']);
  });

  it('is the one that a link leads to', async () => {
    await symlink('a.bib', join(folder, 'b.bib'));

    await replaceFile(join(folder, 'b.bib'), 'old', 'new');

    expect(await text('a.bib')).toBe('new');
    expect((await lstat(join(folder, 'b.bib'))).isSymbolicLink()).toBe(true);
  });
});
