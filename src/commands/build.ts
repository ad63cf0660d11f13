/** `npm run build`: `astro build`, with options, and with what a disk refuses in words. */
import { createProgress } from '../publishing/show-progress.ts';
import { readOptions } from './read-options.ts';

const {
  strict = false,
  drafts = false,
  uncompressed = false,
  'no-editions': plain = false,
  json = false,
} = readOptions({
  strict: { type: 'boolean' },
  drafts: { type: 'boolean' },
  uncompressed: { type: 'boolean' },
  'no-editions': { type: 'boolean' },
  json: { type: 'boolean' },
});
const start = performance.now();
const format = json ? 'lines' : 'text';
const progress = createProgress(format);
progress.start();
// To load Astro takes longer than anyone likes to wait for a first word.
const [{ buildSite }, { configureSite }] = await Promise.all([
  import('../publishing/build-site.ts'),
  import('../../astro.config.ts'),
]);
const isPublished = await buildSite(
  configureSite({ strict, drafts, compressed: !uncompressed, editions: !plain, format, progress }),
  progress,
);
if (json) {
  const seconds = Math.round(performance.now() - start) / 1000;
  console.log(JSON.stringify({ event: 'end', published: isPublished, seconds }));
}
process.exitCode = isPublished ? 0 : 1;
