import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordPermalinks } from '../../../src/commands/record-permalinks.ts';
import { permalinksFile, writePermalinks } from '../../../src/permalinks/permalinks.ts';
import { readRegister } from '../../../src/permalinks/read-register.ts';
import { settings } from '../../../src/site.ts';
import { register } from '../../support/register.ts';

const recorded = writePermalinks(register({ 'essay/': { p1: [], p2: [] } }));
const published = register({ 'essay/': { p1: [], 'fn-new': [] } });

let root: string;
let said: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'permalinks-'));
  await mkdir(join(root, 'content'));
  await writeFile(join(root, permalinksFile), recorded);
  said = [];
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line) => {
      said.push(String(line));
    });
  }
});

afterEach(() => rm(root, { recursive: true }));

const record = async (...redirects: string[]) =>
  recordPermalinks(published, { root, settings, register: await readRegister(root) }, redirects);
const registerText = () => readFile(join(root, permalinksFile), 'utf8');

it('writes what is new, and where what is gone leads', async () => {
  expect(await record('essay/#p2=p1')).toBe(true);

  expect(JSON.parse(await registerText())).toMatchObject({
    pages: { 'essay/': { anchors: { p1: [], 'fn-new': [] }, retired: { p2: 'p1' } } },
  });
  expect(said).toContain('essay/#p2 now leads to p1.');
});

it('writes what is new, and asks where the rest leads', async () => {
  expect(await record()).toBe(false);

  expect(await registerText()).toContain('fn-new');
  expect(said.join('\n')).toContain("npm run permalinks -- 'essay/#p2=…'");
});

it('writes nothing when an answer leads nowhere', async () => {
  expect(await record('essay/#p2=p9')).toBe(false);

  expect(await registerText()).toBe(recorded);
  expect(said).toEqual(['essay/#p2 cannot lead to p9, where nothing is.']);
});

it('writes nothing over a register that cannot be read', async () => {
  await writeFile(join(root, permalinksFile), '{ "pages": ');

  expect(await record()).toBe(false);

  expect(await registerText()).toBe('{ "pages": ');
  expect(said.join('\n')).toContain('permalinks-are-readable');
});
