import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { essayLoader } from '../../../src/essay/essay-loader.ts';

const words = '---\ntitle: An Essay\n---\n\nText.\n';

let root: string;
let file: string;
let watcher: EventEmitter;
let essays: Map<string, { id: string; data: unknown; filePath?: string }>;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'essay-loader-'));
  await mkdir(join(root, 'content/essays'), { recursive: true });
  file = join(root, 'content/essays/an-essay.mdx');
  watcher = new EventEmitter();
  essays = new Map();
});

afterEach(() => rm(root, { recursive: true }));

/** Loads the folder as the development server does, and goes on to follow it. */
async function follow(): Promise<void> {
  const context = {
    config: { root: pathToFileURL(`${root}/`) },
    store: {
      keys: () => [...essays.keys()],
      get: (id: string) => essays.get(id),
      set: (entry: { id: string; data: unknown }) => essays.set(entry.id, entry),
      delete: (id: string) => essays.delete(id),
    },
    watcher,
    parseData: async ({ data }: { data: Record<string, unknown> }) => {
      if (data['title'] === undefined) throw new Error('There is no title.');
      return data;
    },
    generateDigest: String,
  };
  await essayLoader().load(context as unknown as LoaderContext);
}

const titles = () => [...essays.values()].map(({ data }) => data);

describe('the essays of the development server', () => {
  it('include one that was empty while it was saved', async () => {
    await follow();

    // Saving empties a file first, and a watcher may tell of that alone.
    await writeFile(file, '');
    watcher.emit('all', 'add', file);
    await readFile(file);
    await writeFile(file, words);

    await vi.waitFor(() => expect(titles()).toEqual([{ title: 'An Essay' }]));
  });

  it('keep one as it was while its front matter is faulty', async () => {
    await writeFile(file, words);
    await follow();

    await writeFile(file, words.replace('title', 'tilte'));
    watcher.emit('all', 'change', file);
    const other = join(root, 'content/essays/another.mdx');
    await writeFile(other, words.replace('An Essay', 'Another'));
    watcher.emit('all', 'add', other);

    await vi.waitFor(() => expect(titles()).toEqual([{ title: 'An Essay' }, { title: 'Another' }]));
  });

  it('forget one that is gone, and not one that became a folder', async () => {
    await writeFile(file, words);
    const other = join(root, 'content/essays/another.mdx');
    await writeFile(other, words);
    await follow();

    await rm(file);
    watcher.emit('all', 'unlink', file);
    await rm(other);
    const index = join(root, 'content/essays/another/index.mdx');
    await mkdir(join(root, 'content/essays/another'));
    await writeFile(index, words);
    watcher.emit('all', 'add', index);
    watcher.emit('all', 'unlink', other);

    await vi.waitFor(() =>
      expect([...essays.values()].map(({ filePath }) => filePath)).toEqual([
        'content/essays/another/index.mdx',
      ]),
    );
  });
});
