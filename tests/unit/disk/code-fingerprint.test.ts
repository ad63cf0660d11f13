import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeFingerprint } from '../../../src/disk/code-fingerprint.ts';

let folder: string;
let root: string;
let font: string;

const fingerprint = () => codeFingerprint({ root, files: [font] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fingerprint-'));
  root = join(folder, 'project');
  font = join(folder, 'a.ttf');
  await mkdir(join(root, 'src/editions'), { recursive: true });
  await writeFile(join(root, 'package.json'), '{ "dependencies": { "satori": "1.0.0" } }');
  await writeFile(join(root, 'src/site.ts'), 'export const paper = "a4";');
  await writeFile(join(root, 'src/editions/essay.typ'), '#set page()');
  await writeFile(join(root, 'src/cover.ts'), 'export const cover = "plain";');
  await writeFile(font, 'a font');
});

afterEach(() => rm(folder, { recursive: true }));

it('is the same for the same code, wherever it lies', async () => {
  const here = await fingerprint();
  await cp(root, join(folder, 'elsewhere'), { recursive: true });
  root = join(folder, 'elsewhere');

  expect(await fingerprint()).toBe(here);
});

it('is the same with other settings, which come with the essay', async () => {
  const before = await fingerprint();

  await writeFile(join(root, 'src/site.ts'), 'export const paper = "us-letter";');

  expect(await fingerprint()).toBe(before);
});

it.each([
  ['a file of the code changes', () => writeFile(join(root, 'src/editions/essay.typ'), '#set')],
  ['a file of the code comes', () => writeFile(join(root, 'src/new.ts'), '')],
  ['a file of the code goes', () => rm(join(root, 'src/cover.ts'))],
  ['a file is renamed', () => rename(join(root, 'src/cover.ts'), join(root, 'src/other.ts'))],
  ['a package has another version', () => writeFile(join(root, 'package.json'), '{}')],
  ['a package of a package has', () => writeFile(join(root, 'package-lock.json'), '{}')],
  ['a font changes', () => writeFile(font, 'another font')],
])('is another when %s', async (_what, change) => {
  const before = await fingerprint();

  await change();

  expect(await fingerprint()).not.toBe(before);
});

it('is of this project when no other is named', async () => {
  const before = await codeFingerprint();

  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(await codeFingerprint({ root: join(import.meta.dirname, '../../..') })).toBe(before);
});
