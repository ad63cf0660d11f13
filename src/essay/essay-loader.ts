/** The collection that the pages are made from. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { debounceByKey } from '../disk/debounce-by-key.ts';
import { essaysFolder, isEssayFile, slugOf } from './essay-file.ts';
import { findEssays } from './find-essays.ts';
import { readYaml } from './read-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * The essays of `content/essays`, or those that a build says it makes. A build never meets a draft: neither its text
 * nor its faults. While the site is being written, drafts are there, and an essay whose front matter is faulty is as
 * it last was, or missing, so that the server lives; the checks say what is wrong with it.
 */
export function essayLoader(): Loader {
  return {
    name: 'essay-loader',
    load: async (context) => {
      const { config, store, watcher } = context;
      const root = fileURLToPath(config.root);
      const home = join(root, essaysFolder);
      const isServer = watcher !== undefined;
      if (!isServer) store.clear();
      const found = await findEssays(root, isServer);
      const loaded = found.map(async ({ file, text }) => {
        const loading = load(context, file, text);
        await (isServer ? loading.catch(leaveToTheChecks) : loading);
      });
      await Promise.all(loaded);
      const ids = new Set(found.map(({ file }) => slugOf(file)));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      const followSoon = debounceByKey((file: string) => {
        follow(context, home, file).catch(leaveToTheChecks);
      });
      watcher?.on('all', (_event, path) => {
        const file = relative(home, path).replaceAll('\\', '/');
        if (isEssayFile(file)) followSoon(file);
      });
    },
  };
}

async function follow(context: LoaderContext, home: string, file: string): Promise<void> {
  const path = join(home, file);
  // As it is spelled, which not every disk tells.
  const isThere = (await readdir(dirname(path)).catch((): string[] => [])).includes(basename(path));
  if (isThere) return load(context, file, await readFile(path, 'utf8'));
  // It may have become a folder, whose text was read before.
  const isOwn = context.store.get(slugOf(file))?.filePath === `${essaysFolder}/${file}`;
  if (isOwn) context.store.delete(slugOf(file));
}

async function load(
  { store, parseData, generateDigest }: LoaderContext,
  file: string,
  text: string,
): Promise<void> {
  const id = slugOf(file);
  const filePath = `${essaysFolder}/${file}`;
  const data = readYaml(splitFrontMatter(text).yaml);
  if (data === undefined) throw new Error(`The front matter of ${filePath} is not YAML.`);
  store.set({
    id,
    data: await parseData({ id, data, filePath }),
    filePath,
    digest: generateDigest(text),
  });
}

function leaveToTheChecks(): void {}
