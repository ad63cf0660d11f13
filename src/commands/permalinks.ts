/**
 * `npm run permalinks`: records every page and anchor that is new, and makes what is gone lead to what took its
 * place: to the likely successor, or as told by `-- '2019/09/essay/#fn-old=fn-new'` or `-- old/address/=new/address/`.
 */
import { configureSite } from '../../astro.config.ts';
import { buildSite } from '../publishing/build-site.ts';
import { readArguments } from './read-options.ts';
import { recordPermalinks } from './record-permalinks.ts';

const redirects = readArguments({}).positionals;
const isRecorded = await buildSite(
  configureSite({
    root: process.cwd(),
    editions: false,
    compressed: false,
    divert: (published, project) => recordPermalinks(published, project, redirects),
  }),
);
process.exitCode = isRecorded ? 0 : 1;
