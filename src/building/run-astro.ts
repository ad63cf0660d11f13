import { join, relative } from 'node:path';
import { build } from 'astro';
import type { Plugin } from 'vite';
import config from '../../astro.config.ts';
import type { Content } from '../checking/check-content.ts';
import { essaysFolder } from '../essay/essay-file.ts';
import { beginBuild, type RecordedEssay, type ThisBuild } from '../essay/this-build.ts';

export interface AstroJob extends Pick<ThisBuild, 'others' | 'recorded' | 'report'> {
  readonly root: string;
  /** Where the pages are written. */
  readonly folder: string;
  readonly essays: Content['essays'];
}

/**
 * Makes the pages of `essays`, as Astro makes them, with what is known of the others. Gives the essays as they were
 * made; fails as Astro fails.
 */
export async function runAstro(job: AstroJob): Promise<RecordedEssay[]> {
  const { root, folder, essays, others, recorded, report } = job;
  const home = join(root, essaysFolder);
  const files = essays.map(({ path }) => relative(home, path).replaceAll('\\', '/'));
  const { made } = beginBuild({ files, others, recorded, report });
  // The configuration as it is imported here, so that the build shares our library. Astro's own log names
  // internals; what matters to an author is in the error.
  await build({
    ...config,
    configFile: false,
    root,
    outDir: folder,
    logLevel: 'silent',
    // The list that editors read is of all essays and drafts, which no build meets: `npm run dev` writes it.
    experimental: { ...config.experimental, contentIntellisense: false },
    vite: { ...config.vite, plugins: [...(config.vite?.plugins ?? []), countTexts(report)] },
  });
  return [...made.values()];
}

function countTexts(report: ThisBuild['report']): Plugin {
  return {
    name: 'count-texts',
    transform: { filter: { id: /\.mdx$/ }, handler: () => report('text') },
  };
}
