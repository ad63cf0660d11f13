/** What a build says of editions that cannot be made; that one which is stopped publishes nothing is in faults.test.ts. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { startMaker } from '../../src/editions/edition-makers.ts';
import { makeEditions } from '../../src/editions/make-editions.ts';
import { readBody } from '../../src/markdown/read-body.ts';
import { takeParsedEssay } from '../../src/project.ts';
import { BuildStopped } from '../../src/publishing/build-run.ts';
import { createSession } from '../../src/session.ts';
import { readGoodSite } from '../support/built-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, separatePackages } from '../support/make-site.ts';

// That a build can do without editions then is in next-build.test.ts.
it('a build whose edition tool is missing says so, and stops', async () => {
  const fixture = 'second-essay';
  await using site = await makeSite(fixture);
  await separatePackages(site, 'pandoc-wasm');
  // Its own code, which looks for packages where it lies.
  const file = pathToFileURL(join(site.root, 'src/editions/edition-makers.ts')).href;
  const makers: { readonly startMaker: typeof startMaker } = await import(/* @vite-ignore */ file);
  const session = createSession(site.root, planSite(fixture).settings);
  const project = await session.project();
  for (const essay of project.essays) {
    const { record } = readBody(takeParsedEssay(project, essay)) ?? {};
    if (record !== undefined) session.markdown.keep(essay.name, record);
  }
  const { dist } = await readGoodSite(fixture);
  const maker = makers.startMaker();
  const options = { onMade: () => {}, makers: [maker] };
  const finish = makeEditions(session, options).hooks['astro:build:done'] as (given: {
    readonly dir: URL;
  }) => Promise<void>;

  const said: unknown = await finish({ dir: pathToFileURL(`${dist}/`) }).catch((error) => error);
  await maker.finish();

  expect(said).toBeInstanceOf(BuildStopped);
  const { message } = said as BuildStopped;
  expect(message).toContain('The editions of “A Second Essay” could not be made.');
  expect(message).toContain("Cannot find package 'pandoc-wasm'");
  expect(message).toContain('npm run build -- --no-editions builds the site without editions.');
  expect(message).toContain('Nothing was published: dist/ is as it was.');
});
