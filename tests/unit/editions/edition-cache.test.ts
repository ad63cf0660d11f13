import { cp, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EditionDocument, Editions } from '../../../src/editions/document.ts';
import { openCache } from '../../../src/editions/edition-cache.ts';
import { editionDocument } from '../../support/edition-document.ts';
import { project } from '../../support/make-site.ts';

const bytes = new TextEncoder().encode('an edition');
const editions: Editions = { pdf: bytes, epub: bytes, docx: bytes, jats: bytes };

let root: string;
let folder: string;
let document: EditionDocument;

const open = () => openCache(folder, root, document.fonts);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'edition-cache-'));
  folder = join(root, 'cache');
  document = await editionDocument();
  await cp(join(project, 'package.json'), join(root, 'package.json'));
});

afterEach(() => rm(root, { recursive: true }));

it('gives what was made of the same essay, byte for byte', async () => {
  await (await open()).write(document, editions);

  expect(await (await open()).read(document)).toEqual(editions);
});

it.each([
  ['text', (now: EditionDocument) => ({ ...now, html: now.html.replace('One', 'Two') })],
  ['title', (now: EditionDocument) => ({ ...now, essay: { ...now.essay, title: 'Other' } })],
  ['sources', (now: EditionDocument) => ({ ...now, sources: [] })],
  ['paper', (now: EditionDocument) => ({ ...now, paper: 'us-letter' as const })],
  ['figure', (now: EditionDocument) => ({ ...now, figure: undefined })],
  ['address', (now: EditionDocument) => ({ ...now, address: undefined })],
])('gives nothing when the %s is another', async (_part, change) => {
  await (await open()).write(document, editions);

  expect(await (await open()).read(change(document))).toBeUndefined();
});

it('gives nothing when a tool has another version', async () => {
  await (await open()).write(document, editions);
  await writeFile(join(root, 'package.json'), '{ "dependencies": { "pandoc-wasm": "9.9.9" } }');

  expect(await (await open()).read(document)).toBeUndefined();
});

it('gives nothing that is incomplete', async () => {
  await (await open()).write(document, editions);
  const [entry = ''] = await readdir(folder);
  await rm(join(folder, entry, 'docx'));

  expect(await (await open()).read(document)).toBeUndefined();
});

it('drops what no build has asked for in a month', async () => {
  await mkdir(join(folder, 'old'), { recursive: true });
  const then = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await utimes(join(folder, 'old'), then, then);

  await open();

  expect(await readdir(folder)).toEqual([]);
});
