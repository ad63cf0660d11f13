/** The guard in real builds. What it takes for lost, exchanged, new or likely is in tests/unit/permalinks/. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { predictPages } from '../../src/checking/predict-pages.ts';
import { publishedAnchors } from '../../src/permalinks/published-anchors.ts';
import { openProject } from '../../src/project.ts';
import { inspectPage } from '../../src/publishing/built-pages.ts';
import { readGoodSite } from '../support/built-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { readPage } from '../support/read-page.ts';

const slug = 'north-korea-and-russian-relations';
const essay = `essays/${slug}.mdx`;

const content = ({ root }: TestSite, ...path: string[]) => join(root, 'content', ...path);

async function edit(site: TestSite, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(content(site, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(content(site, file), text.replaceAll(from, to));
}

async function renameSource(site: TestSite): Promise<void> {
  await edit(site, 'bibliography.bib', 'lukin2019', 'lukin2019summit');
  await edit(site, essay, 'lukin2019', 'lukin2019summit');
}

/** Every problem of the register in a report: its place, what is wrong, and what to do. */
function problemsOfRegister(output: string): string[] {
  return output.match(/^content\/permalinks\.json:.*\n.*\n.*$/gm) ?? [];
}

it('a build fails when an anchor is gone, and shows where the register has it and what is likely; so does a check', async () => {
  await using site = await makeSite();
  await renameSource(site);

  const built = await site.run('build', '--no-editions');
  const checked = await site.run('check');

  expect(built.status).toBe(1);
  expect(existsSync(join(site.root, 'dist'))).toBe(false);
  expect(built.output).toMatch(/content\/permalinks\.json:\d+:9 {2}error {2}permalink-is-kept/);
  expect(built.output).toContain(
    `The anchor “fn-lukin2019” of /2019/09/${slug}/ was published and is gone.`,
  );
  expect(built.output).toContain('Did you mean “fn-lukin2019summit”?');
  expect(built.output).toContain('Did you mean “fnref-lukin2019summit”?');
  expect(checked.status).toBe(1);
  expect(problemsOfRegister(checked.output)).toEqual(problemsOfRegister(built.output));
  expect(problemsOfRegister(checked.output)).toHaveLength(3);
});

it('what is retired is found at every address it ever had, with every anchor and edition', async () => {
  await using site = await makeSite();
  await renameSource(site);
  await edit(site, essay, '\n\nWhile economic aid', ' While economic aid');

  const answered = await site.run('permalinks', `2019/09/${slug}/#p10=p9`);

  expect(answered.status).toBe(0);
  expect(answered.output).toContain(
    `2019/09/${slug}/#fn-lukin2019 now leads to fn-lukin2019summit.`,
  );

  await edit(site, essay, 'date: 2019-09', 'date: 2019-10');
  expect(await site.run('permalinks')).toMatchObject({ status: 0 });
  await rename(content(site, essay), content(site, 'essays/korea-and-russia.mdx'));
  expect(await site.run('permalinks')).toMatchObject({ status: 0 });
  await edit(
    site,
    'essays/korea-and-russia.mdx',
    'the full support of China will be necessary.',
    '$& One more.[@kim2019, 2] Again.[@kim2019, 2]',
  );
  const built = await site.run('build');
  const checked = await site.run('check');

  expect(built.status).toBe(0);
  expect(built.output).toContain('3 addresses and anchors are new');
  expect(checked.status).toBe(0);
  const now = '2019/10/korea-and-russia/';
  const old = [`2019/09/${slug}/`, `2019/10/${slug}/`];
  for (const address of [now, ...old]) {
    const page = await readPage(site.root, `${address}index.html`);
    expect(page.all('#fn-lukin2019summit > #fn-lukin2019')).toHaveLength(1);
    expect(page.all('#fnref-lukin2019summit > #fnref-lukin2019')).toHaveLength(1);
    expect(page.all('#p9 > #p10')).toHaveLength(1);
    expect(page.attributes('link[rel="canonical"]', 'href')).toEqual([
      `https://essays.example/${now}`,
    ]);
    for (const href of page.attributes('.downloads a', 'href').map(String)) {
      expect(existsSync(join(site.root, 'dist', address, href)), address + href).toBe(true);
    }
  }
  for (const address of old) {
    const names = await readdir(join(site.root, 'dist', address));
    expect(names).toEqual(expect.arrayContaining(['index.md', `${slug}.pdf`]));
  }
}, 300_000);

it('a check knows without a build every anchor that one publishes, and what every note cites', async () => {
  await using site = await makeSite('kitchen-sink');
  const note = 'essays/every-element/index.mdx';

  expect(await site.run('permalinks')).toMatchObject({ status: 0 });
  expect(await site.run('check')).toMatchObject({ status: 0 });
  await edit(site, note, 'cites [@kim2021]', 'cites [@müller2020]');
  const checked = await site.run('check');
  const built = await site.run('build', '--no-editions');

  expect(checked.status).toBe(1);
  expect(built.status).toBe(1);
  expect(problemsOfRegister(built.output)).toEqual([
    expect.stringMatching(
      /The note “fn-long” of \/\S+ was published for “kim2021”, and cites something else now\./,
    ),
  ]);
  expect(problemsOfRegister(checked.output)).toEqual(problemsOfRegister(built.output));
}, 300_000);

it.each(['several-essays', 'linked-essays', 'kitchen-sink', 'languages', 'no-essays'])(
  'a check knows without a build every page and anchor of %s',
  async (name) => {
    const { root, dist, files } = await readGoodSite(name);
    const pages = await Promise.all(
      files
        .filter((file) => file.endsWith('.html'))
        .map(async (file) => {
          const html = await readFile(join(dist, file), 'utf8');
          return inspectPage(html, file, new Set(files)).page;
        }),
    );
    const project = await openProject(root, planSite(name).settings);
    const { bibliography } = project.library;

    const built = publishedAnchors(pages, predictPages(project).essays, bibliography);
    // What the layouts give a page is taken from the register.
    const register = { ...project.register, permalinks: built };
    const predicted = predictPages({ ...project, register });
    const known = publishedAnchors(predicted.pages, predicted.essays, bibliography);

    expect(Object.keys(built.pages).length).toBeGreaterThan(1);
    expect(known).toEqual(built);
  },
);
