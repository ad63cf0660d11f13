import { readFile } from 'node:fs/promises';
import { toString as textOf } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { findCitations } from '../../src/citations/find-citations.ts';
import { withTables } from '../../src/commands/readme-tables.ts';
import { library } from '../../src/library.ts';

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
const readme = await read('README.md');

it('has a row for every problem the site can report and for every field of front matter', () => {
  expect(readme).toBe(withTables(readme));
});

it('names every command that a person can give, and no other', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await read('package.json')));
  const table = readme.split('## All commands')[1]?.split('\n## ')[0] ?? '';
  const named = [...table.matchAll(/`(?:npm (?:run )?)?([a-z0-9:-]+)(?: -- [^`]*)?`/g)].map(
    ([, name = '']) => name,
  );

  expect(Object.keys(scripts).filter((name) => name !== 'astro' && !named.includes(name))).toEqual(
    [],
  );
  const commands = [...readme.matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

it('shows the notes that its citations make', async () => {
  const rows = [...readme.matchAll(/^\| `(\[[^`]*@[^`]*\])` \| (.*) \|$/gm)];
  const { formatter } = await library.load();
  expect(rows).toHaveLength(6);

  for (const [, typed = '', shown = ''] of rows) {
    const [children = []] = (await formatter?.format(findCitations(typed))) ?? [];
    const note = textOf({ type: 'root', children });
    const parts = shown
      .split('…')
      .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

    expect(note).toMatch(new RegExp(`^${parts.join('.*')}$`, 'i'));
  }
});

it('leads to nothing that is not there', async () => {
  const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const links = [...readme.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor);

  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});
