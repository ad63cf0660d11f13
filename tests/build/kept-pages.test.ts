/** A build that keeps what has not changed gives the same site as one that makes everything anew. */
import { statSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeSite, type TestSite } from '../support/make-site.ts';
import { snapshot } from '../support/run-build.ts';

const pages = {
  relations: '2019/09/north-korea-and-russian-relations/index.html',
  figure: '2020/05/with-a-figure/index.html',
  river: '2020/06/강/index.html',
  far: '2015/01/far/index.html',
  spaces: '2015/01/spaces/index.html',
};
type Name = keyof typeof pages;

let site: TestSite;
/** The same content, always built anew. */
let afresh: TestSite;

beforeAll(async () => {
  [site, afresh] = await Promise.all([makeSite('linked-essays'), makeSite('linked-essays')]);
  for (const { root } of [site, afresh]) await addEssays(root);
  await build(site);
});

/** Far from all others in time, each picture another, since Astro names equal ones alike: a link to a file served as it is, and pictures that lie elsewhere or need encoding. */
async function addEssays(root: string): Promise<void> {
  const front = (title: string) => `---\ntitle: ${title}\ndate: 2015-01\n---\n\n`;
  const square = await readFile(join(root, 'content/essays/with-a-figure/square.png'));
  await mkdir(join(root, 'content/essays/spaces'));
  await mkdir(join(root, 'content/images'));
  await mkdir(join(root, 'public/2015/01/far'), { recursive: true });
  await writeFile(
    join(root, 'content/essays/spaces/my photo (1).png'),
    Buffer.concat([square, Buffer.from('..')]),
  );
  await writeFile(join(root, 'content/images/map.png'), Buffer.concat([square, Buffer.from('.')]));
  await writeFile(join(root, 'public/2015/01/far/data.csv'), 'a,b');
  await writeFile(join(root, 'public/paper.txt'), 'A paper.');
  const far = `${front('Far')}See [the paper](/paper.txt).\n\n![A map.](../images/map.png)\n`;
  await writeFile(join(root, 'content/essays/far.mdx'), far);
  const spaces = `${front('Spaces')}![A photo.](<my photo (1).png>)\n`;
  await writeFile(join(root, 'content/essays/spaces/index.mdx'), spaces);
}

afterAll(async () => {
  await Promise.all([site[Symbol.asyncDispose](), afresh[Symbol.asyncDispose]()]);
});

async function build({ runUnplaced }: TestSite): Promise<void> {
  const { status, output } = await runUnplaced('build', '--no-editions');
  if (status !== 0) throw new Error(output);
}

/** Changes a file of both sites. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  for (const { root } of [site, afresh]) {
    const text = await readFile(join(root, file), 'latin1');
    expect(change(text)).not.toBe(text);
    await writeFile(join(root, file), change(text), 'latin1');
  }
}

/** Builds both sites, and gives the essays of the first whose pages were made anew. */
async function rebuild(): Promise<Name[]> {
  const nodes = (): [Name, number][] =>
    Object.entries(pages).map(([name, page]) => [
      name as Name,
      statSync(join(site.root, 'dist', page)).ino,
    ]);
  const before = new Map(nodes());
  await build(site);
  await rm(join(afresh.root, '.astro'), { recursive: true, force: true });
  await build(afresh);
  expect(await snapshot(join(site.root, 'dist'))).toEqual(
    await snapshot(join(afresh.root, 'dist')),
  );
  return nodes().flatMap(([name, node]) => (before.get(name) === node ? [] : [name]));
}

it('makes only the page anew that somebody has changed in the published folder', async () => {
  await appendFile(join(site.root, 'dist', pages.river), 'not ours');

  expect(await rebuild()).toEqual(['river']);
});

it('makes only the essay anew whose text was edited', async () => {
  await edit('content/essays/with-a-figure/index.mdx', (text) =>
    text.replace('a word like', 'a term like'),
  );

  expect(await rebuild()).toEqual(['figure']);
});

it('makes the essay anew whose source, picture, or neighbour was edited', async () => {
  await edit('content/bibliography.bib', (text) => text.replace('Artyom', 'Artem'));
  await edit('content/essays/with-a-figure/square.png', (bytes) => `${bytes}more`);

  // An essay that names a path through a folder may show the picture of another.
  expect(await rebuild()).toEqual(['relations', 'figure', 'far']);

  await edit('content/essays/north-korea-and-russian-relations.mdx', (text) =>
    text.replace('title: North', 'title: On North'),
  );

  expect(await rebuild()).toEqual(['relations', 'figure', 'far']);
});

it('makes every essay anew when the citation style was edited', async () => {
  await edit('content/notes.csl', (text) => text.replace('delimiter=", "', 'delimiter="; "'));

  expect(await rebuild()).toEqual(['relations', 'figure', 'river', 'far', 'spaces']);
});

it('publishes what lies beside an essay in public/ as it is now, and sees a picture that lies elsewhere', async () => {
  await edit('public/2015/01/far/data.csv', (text) => `${text},c`);

  expect(await rebuild()).toEqual([]);

  await edit('content/images/map.png', (bytes) => `${bytes}more`);

  expect(await rebuild()).toContain('far');
});

it('makes the same site in parts, each by a process of its own', async () => {
  vi.stubEnv('ESSAYS_IN_A_PART', '2');
  await rm(join(site.root, '.astro'), { recursive: true });
  const whole = await snapshot(join(site.root, 'dist'));

  await build(site).finally(() => vi.unstubAllEnvs());

  expect(await snapshot(join(site.root, 'dist'))).toEqual(whole);
  expect(await rebuild()).toEqual([]);
});

it('says that a page that stays links to a file that is gone, and leaves the last good site', async () => {
  const good = await snapshot(join(site.root, 'dist'));
  await rm(join(site.root, 'public/paper.txt'));

  const { status, output } = await site.runUnplaced('build', '--no-editions');

  expect(status).toBe(1);
  expect(output).toContain('content/essays/far.mdx:6:17  error  link-leads-somewhere');
  expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
});
