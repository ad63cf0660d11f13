/** `npm run dev`: serves the site while it is being written, drafts and all. */
import { dev } from 'astro';
import config from '../../astro.config.ts';
import { checkSite } from '../checking/check-site.ts';
import { showProblems } from '../dev/show-problems.ts';
import { steadyPages } from '../dev/steady-pages.ts';

const root = process.cwd();
const plugins = [
  ...(config.vite?.plugins ?? []),
  steadyPages(),
  showProblems(root, await checkSite(root)),
];
// The configuration as it is imported here, so that the checks and the pages share one library.
await dev({ ...config, configFile: false, root, vite: { ...config.vite, plugins } });
