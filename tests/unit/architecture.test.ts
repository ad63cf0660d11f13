import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';

/** Who may import whom. A room that is not named here may not be entered. */
const allowed: Record<string, readonly string[]> = {
  'astro.config.ts': [
    'essay-texts.ts',
    'library.ts',
    'markdown',
    'delivery',
    'editions',
    'site.ts',
    'words',
  ],
  'content.config.ts': ['metadata', 'essay-loader.ts'],
  'essay-loader.ts': ['find-essays.ts', 'metadata', 'when-calm.ts'],
  'essay-texts.ts': ['find-essays.ts', 'metadata'],
  'find-essays.ts': ['metadata'],
  'essays.ts': ['citations', 'metadata', 'site.ts'],
  'library.ts': ['markdown', 'site.ts'],
  'site.ts': ['citations'],
  // What the pages are handed of the library, as types.
  'virtual-modules.d.ts': ['markdown'],
  citations: [],
  // One language a file, and which of them a text gets.
  words: ['site.ts'],
  markdown: ['citations', 'words'],
  maps: [],
  metadata: ['citations', 'maps', 'site.ts', 'words'],
  delivery: ['citations', 'metadata'],
  editions: ['citations', 'metadata', 'maps', 'words'],
  // What commands do, a room for each kind; those that are given on the command line are in `commands`.
  checking: ['citations', 'markdown', 'metadata', 'delivery', 'library.ts', 'site.ts'],
  building: [
    'astro.config.ts',
    'checking',
    'citations',
    'markdown',
    'metadata',
    'delivery',
    'library.ts',
    'site.ts',
  ],
  serving: [
    'building',
    'checking',
    'citations',
    'metadata',
    'delivery',
    'library.ts',
    'site.ts',
    'when-calm.ts',
  ],
  desk: ['checking', 'citations', 'markdown', 'metadata', 'delivery', 'library.ts', 'site.ts'],
  commands: [
    'astro.config.ts',
    'building',
    'checking',
    'serving',
    'desk',
    'citations',
    'metadata',
    'delivery',
    'library.ts',
    'site.ts',
  ],
  components: ['citations', 'maps', 'metadata', 'site.ts', 'words'],
  layouts: ['components', 'citations', 'metadata', 'site.ts', 'styles', 'words'],
  pages: [
    'essays.ts',
    'layouts',
    'components',
    'citations',
    'metadata',
    'site.ts',
    'maps',
    'words',
  ],
  styles: [],
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const src = join(root, 'src');
const config = join(root, 'astro.config.ts');
const roomOf = (file: string) =>
  file === config ? 'astro.config.ts' : (relative(src, file).split('/')[0] ?? '');

/** What the engine may use: parsers of its own formats, and nothing that knows pages or disks. */
const enginePackages =
  /^(?:zod|fastest-levenshtein|xast|xast-util-.*|xastscript|@citation-js\/.*)$/;

let imports: { file: string; room: string; target: string }[];

beforeAll(async () => {
  const files = [...(await listFiles(src)), config].filter((file) => /\.(ts|astro)$/.test(file));
  const all = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      const code = file.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
      return ts.preProcessFile(code).importedFiles.map(({ fileName }) => ({
        file: relative(root, file),
        room: roomOf(file),
        target: fileName.startsWith('.') ? join(dirname(file), fileName) : fileName,
      }));
    }),
  );
  imports = all.flat();
});

describe('the house', () => {
  it('has no door that is not on the plan', () => {
    const doors = imports
      .filter(({ target }) => target.startsWith(src) || target === config)
      .map(({ file, room, target }) => ({ file, room, to: roomOf(target) }))
      .filter(({ room, to }) => room !== to && !allowed[room]?.includes(to));

    expect(doors).toEqual([]);
  });

  it('has an engine that knows neither Astro nor HTML trees nor the disk', () => {
    const foreign = imports.filter(
      ({ room, target }) =>
        room === 'citations' && !target.startsWith(src) && !enginePackages.test(target),
    );

    expect(foreign).toEqual([]);
  });

  it('has content that imports nothing', async () => {
    const essays = await listFiles(join(root, 'content'));
    const texts = await Promise.all(essays.map((file) => readFile(file, 'utf8')));

    expect(texts.filter((text) => /^import\s/m.test(text))).toEqual([]);
  });

  it('reads the content collection in one file only', () => {
    const readers = imports
      .filter(({ target }) => target === 'astro:content')
      .map(({ room }) => room);

    expect(new Set(readers)).toEqual(new Set(['essays.ts', 'content.config.ts']));
  });

  it('has short pages', async () => {
    const pages = (await listFiles(join(src, 'pages'))).map(async (file) => ({
      file: relative(root, file),
      lines: (await readFile(file, 'utf8')).trimEnd().split('\n').length,
    }));

    expect((await Promise.all(pages)).filter(({ lines }) => lines > 25)).toEqual([]);
  });
});
