import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseCitation } from '../../src/citations/citation.ts';
import { placeAlone } from '../../src/citations/positions.ts';
import { type DocumentName, documentNames, withTables } from '../../src/commands/readme-tables.ts';
import { loadLibrary } from '../../src/formatting/load-library.ts';
import { publishedEssay } from '../support/fixture-sites.ts';
import { siteSettings } from '../support/site-settings.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFile(new URL(name, root), 'utf8');
const texts: Readonly<Record<DocumentName, string>> = {
  'README.md': await read('README.md'),
  '.github/CONTRIBUTING.md': await read('.github/CONTRIBUTING.md'),
  '.github/ADOPTING.md': await read('.github/ADOPTING.md'),
  '.github/ANCHORS.md': await read('.github/ANCHORS.md'),
  '.github/HOSTING.md': await read('.github/HOSTING.md'),
};
const readme = texts['README.md'];
const contributing = texts['.github/CONTRIBUTING.md'];

/** The part of a document below a heading of the second level. */
const part = (text: string, heading: string) =>
  text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe.each(documentNames)('%s', (name) => {
  it('has the tables that the code makes: fields of front matter, rules', () => {
    const text = texts[name];

    expect(text).toBe(withTables(name, text));
  });

  it('links to nothing that is not there', () => {
    const file = new URL(name, root);
    const prose = texts[name].replace(/`[^`]*`/g, '');
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];

    const dead = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? file : new URL(path, file);
      const known = documentNames.find((each) => new URL(each, root).href === target.href);
      if (known === undefined) return !existsSync(target);
      return anchor !== undefined && !anchorsOf(texts[known]).includes(anchor);
    });

    expect(links.length).toBeGreaterThan(0);
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  it('names no file of the code that is not there', () => {
    const named = [
      ...texts[name].matchAll(/`((?:src|tests)\/[^`<*]*|[a-z0-9]+\/[^` <*]*\.(?:ts|astro|css))`/g),
    ];
    const paths = named.map(([, path = '']) => path);

    const missing = paths.filter((path) => {
      return ![path, `src/${path}`].some((each) => existsSync(new URL(encodeURI(each), root)));
    });

    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('names no command that there is not', async () => {
    const named = [...texts[name].matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, each = '']) => each);
    const scripts = await readScripts();

    expect(named.filter((each) => !scripts.includes(each))).toEqual([]);
  });
});

it('names every command, those for authors in README.md and the others in CONTRIBUTING.md', async () => {
  const tables = part(readme, 'All commands') + part(contributing, 'Commands');
  const named = [...tables.matchAll(/`npm (?:run )?([a-z0-9:-]+)(?: -- [^`]*)?`/g)].map(
    ([, name = '']) => name,
  );

  const scripts = await readScripts();
  expect(scripts.filter((name) => name !== 'astro' && !named.includes(name))).toEqual([]);
});

it('keeps README.md to 350 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(350);
});

it('shows the notes that its citations make', async () => {
  const rows = [...readme.matchAll(/^\| `(\[[^`]*@[^`]*\])` \| (.*) \|$/gm)];
  const { notes } = await loadLibrary(publishedEssay, siteSettings.citationFiles);
  expect(rows).toHaveLength(6);

  for (const [, raw = '', shown = ''] of rows) {
    const [children = []] =
      (await notes?.format([placeAlone(parseCitation(raw.slice(1, -1)).citation)])) ?? [];
    const note = textOf({ type: 'root', children });
    const parts = shown
      .split('…')
      .map((each) => each.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

    expect(note).toMatch(new RegExp(`^${parts.join('.*')}$`, 'i'));
  }
});

async function readScripts(): Promise<string[]> {
  const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
  return Object.keys(manifest.parse(JSON.parse(await read('package.json'))).scripts);
}

/** Anchors of headings, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
