/** The same corpus as two sites: `citing`, as ours is, and `plain`, as Astro alone would have it. */
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '../../src/site.ts';
import { makeSite, project, type TestSite } from '../support/make-site.ts';
import { type CorpusSize, writeCitingCorpus, writeHandmadeCorpus } from './corpus.ts';

export type Variant = 'plain' | 'citing';

/** Path of the script that builds the site it stands in, from the root of either site. */
export const buildScript = 'tests/bench/run-one-build.ts';

const plainConfig = 'tests/bench/plain.config.ts';

export async function makeBenchSite(variant: Variant, size: CorpusSize): Promise<TestSite> {
  const site = await makeSite();
  await separateCaches(site.root);
  await removeContent(site.root);
  await cp(join(project, buildScript), join(site.root, buildScript));
  await furnish[variant](site.root, size);
  return site;
}

const furnish = {
  citing: writeCitingCorpus,
  plain: async (root: string, size: CorpusSize) => {
    // It stays at its depth, from where it imports modules of the project.
    await cp(join(project, plainConfig), join(root, plainConfig));
    await writeFile(join(root, 'astro.config.ts'), `export { default } from './${plainConfig}';\n`);
    await writeHandmadeCorpus(root, size);
  },
} satisfies Record<Variant, (root: string, size: CorpusSize) => Promise<void>>;

/** Removes all content of the project, and whatever refers to it, but for the citation style. */
async function removeContent(root: string): Promise<void> {
  await rm(join(root, 'content'), { recursive: true });
  const { style: notes, sources } = settings.citationFiles;
  for (const style of [notes, sources]) {
    await cp(join(project, style), join(root, style));
  }
}

/**
 * Gives the site a `node_modules` of its own that links every package. Astro, Vite and this site keep their caches
 * in that folder, and in a shared one a build would find what another build, even a concurrent one, left.
 */
async function separateCaches(root: string): Promise<void> {
  const packages = join(project, 'node_modules');
  const links = join(root, 'node_modules');
  await rm(links);
  await mkdir(links);
  const names = (await readdir(packages)).filter(
    (name) => !['.astro', '.vite', '.cache'].includes(name),
  );
  await Promise.all(
    names.map((name) => symlink(join(packages, name), join(links, name), 'junction')),
  );
}
