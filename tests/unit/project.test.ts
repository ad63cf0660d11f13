import fsModule, { promises as fs } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { toString as wordsOf } from 'mdast-util-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkProject } from '../../src/checking/check-project.ts';
import { listEssays } from '../../src/checking/list-essays.ts';
import { predictPages } from '../../src/checking/predict-pages.ts';
import {
  essayNamed,
  keysCitedBy,
  openProject,
  type Project,
  parsedEssay,
  takeParsedEssay,
  textOf,
  withDraftsAsEssays,
  withdrawnOf,
} from '../../src/project.ts';
import { settings } from '../../src/site.ts';
import { project as own } from '../support/make-site.ts';

let root: string;

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'project-'));
  await fs.mkdir(join(root, 'content/essays/folder'), { recursive: true });
  for (const name of ['content/notes.csl', 'content/sources.csl']) {
    await fs.cp(join(own, name), join(root, name));
  }
  await write('bibliography.bib', `${book('a')}${book('b')}`);
  await write('permalinks.json', '{ "pages": {}, "retired": {}, "sources": {} }');
  await write('essays/one.mdx', essay('One', 'Text.[@a] ![A dot.](./dot.png)'));
  await write('essays/folder/index.mdx', essay('Folder', 'Text.[@a, 3]'));
  await write('essays/draft.mdx', essay('Draft', 'Text.[@b]').replace('date', 'draft: true\ndate'));
  await fs.writeFile(
    join(root, 'content/essays/dot.png'),
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await fs.rm(root, { recursive: true });
});

const write = (name: string, text: string) => fs.writeFile(join(root, 'content', name), text);
const book = (key: string) =>
  `@book{${key}, author = {A, B}, title = {${key}}, publisher = {P}, date = {2020}}\n`;
const essay = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2020-01\n---\n\n${text}\n`;

const open = (last?: Project) => openProject(root, settings, last);

/** The essay or draft of this name. */
function named(project: Project, name: string) {
  const found = essayNamed(project, `content/essays/${name}`);
  if (found === undefined) throw new Error(`There is no essay ${name}.`);
  return found;
}
const parsedOne = (project: Project, name: string) => parsedEssay(project, named(project, name));

/** Files of the project that are read, and pictures that are looked for, from now on. */
function watchDisk() {
  const reading = vi.spyOn(fs, 'readFile');
  const looking = vi.spyOn(fsModule, 'statSync');
  syncBuiltinESMExports();
  const below = (paths: readonly unknown[]) =>
    paths.map((path) => relative(root, String(path))).filter((name) => !name.startsWith('..'));
  return {
    read: () => below(reading.mock.calls.map(([path]) => path)).toSorted(),
    lookedFor: () => below(looking.mock.calls.map(([path]) => path)),
  };
}

describe('a project', () => {
  it('has the essays that are published, the drafts, and the texts that a problem may name', async () => {
    const project = await open();

    expect(project.essays.map(({ slug }) => slug)).toEqual(['folder', 'one']);
    expect(project.drafts.map(({ slug }) => slug)).toEqual(['draft']);
    expect([...keysCitedBy(project, project.essays)]).toEqual(['a']);
    expect([...keysCitedBy(project, project.drafts)]).toEqual(['b']);
    const [essayText, bibliography, register] = [
      'essays/one.mdx',
      'bibliography.bib',
      'permalinks.json',
    ].map((name) => textOf(project, `content/${name}`));
    expect(essayText).toContain('title: One');
    expect(bibliography).toContain('@book{a');
    expect(register).toContain('"pages"');
    expect(textOf(project, 'content/essays/dot.png')).toBeUndefined();
  });

  it('is empty where there is no content', async () => {
    await fs.rm(join(root, 'content'), { recursive: true });

    expect(await open()).toMatchObject({ essays: [], drafts: [], files: [] });
  });

  it('reads each of its files once, and parses each essay once, for all that is asked of it', async () => {
    const disk = watchDisk();

    const project = await open();
    const trees = project.essays.map((each) => parsedEssay(project, each));
    const problems = await checkProject(project);
    listEssays(project, problems);
    predictPages(project);

    expect(problems).toEqual([]);
    expect(disk.read()).toEqual([
      'content/bibliography.bib',
      'content/essays/draft.mdx',
      'content/essays/folder/index.mdx',
      'content/essays/one.mdx',
      'content/notes.csl',
      'content/permalinks.json',
      'content/sources.csl',
    ]);
    // Who parses an essay looks for its pictures.
    expect(disk.lookedFor()).toEqual(['content/essays/dot.png']);
    expect(project.essays.map((each) => parsedEssay(project, each))).toEqual(trees);
    project.essays.forEach((each, index) => {
      expect(parsedEssay(project, each)).toBe(trees[index]);
    });
  });
});

describe('a project that is read again', () => {
  it('has the same essays, parsed, and the same library when nothing has changed', async () => {
    const before = await open();
    const tree = parsedOne(before, 'one.mdx');

    const after = await open(before);

    expect(after.library).toBe(before.library);
    for (const name of ['one.mdx', 'folder/index.mdx', 'draft.mdx']) {
      expect(named(after, name)).toBe(named(before, name));
    }
    expect(parsedOne(after, 'one.mdx')).toBe(tree);
  });

  it('has an essay anew that has changed, and no other', async () => {
    const before = await open();
    await write('essays/one.mdx', essay('One', 'Other words.[@b]'));

    const after = await open(before);

    expect(named(after, 'one.mdx')).not.toBe(named(before, 'one.mdx'));
    expect(named(after, 'folder/index.mdx')).toBe(named(before, 'folder/index.mdx'));
    expect(named(after, 'draft.mdx')).toBe(named(before, 'draft.mdx'));
    expect(after.library).toBe(before.library);
    expect([...keysCitedBy(after, after.essays)].toSorted()).toEqual(['a', 'b']);
  });

  it('has every essay anew when a picture has come or gone', async () => {
    const before = await open();
    parsedOne(before, 'one.mdx');
    await fs.rm(join(root, 'content/essays/dot.png'));

    const after = await open(before);

    for (const name of ['one.mdx', 'folder/index.mdx', 'draft.mdx']) {
      expect(named(after, name)).not.toBe(named(before, name));
    }
    expect(parsedOne(after, 'one.mdx').problems).toMatchObject([{ rule: 'image-exists' }]);
  });

  it('has those essays alone parsed anew that cite a source by another author, whom a text may name', async () => {
    const before = await open();
    const [one, draft] = [parsedOne(before, 'one.mdx'), parsedOne(before, 'draft.mdx')];
    await write('bibliography.bib', `${book('a')}${book('b').replace('{A, B}', '{C, D}')}`);

    const after = await open(before);

    expect(parsedOne(after, 'one.mdx')).toBe(one);
    expect(parsedOne(after, 'draft.mdx')).not.toBe(draft);
  });

  it('names the other author in a text, wherever the key ends there', async () => {
    await write('essays/one.mdx', essay('One', 'As @b<br/> says.'));
    const before = await open();
    const words = (project: Project) => wordsOf(parsedOne(project, 'one.mdx').tree);
    expect(words(before)).toContain('As A');
    await write('bibliography.bib', `${book('a')}${book('b').replace('{A, B}', '{C, D}')}`);

    const after = await open(before);

    expect(words(after)).toContain('As C');
  });

  it('has no essay parsed anew for what only a note says of a source', async () => {
    const before = await open();
    const draft = parsedOne(before, 'draft.mdx');
    await write('bibliography.bib', `${book('a')}${book('b').replace('2020', '2021')}`);

    const after = await open(before);

    expect(parsedOne(after, 'draft.mdx')).toBe(draft);
  });

  it('has every essay parsed anew when a key has come, which any may have meant', async () => {
    const before = await open();
    const one = parsedOne(before, 'one.mdx');
    await write('bibliography.bib', `${book('a')}${book('b')}${book('c')}`);

    const after = await open(before);

    expect(parsedOne(after, 'one.mdx')).not.toBe(one);
  });

  it('has the same essays, parsed anew, when a source has gone', async () => {
    const before = await open();
    const tree = parsedOne(before, 'one.mdx');
    await write('bibliography.bib', book('b'));

    const after = await open(before);

    expect(after.library).not.toBe(before.library);
    expect(named(after, 'one.mdx')).toBe(named(before, 'one.mdx'));
    expect(parsedOne(after, 'one.mdx')).not.toBe(tree);
    expect(parsedOne(after, 'one.mdx').problems).toMatchObject([{ rule: 'citation-key-exists' }]);
  });
});

describe('the pages that say that they were withdrawn', () => {
  const paths = ['2020/01/draft/', '2020/01/one/', '2019/'];

  beforeEach(async () => {
    const retired = Object.fromEntries(paths.map((path) => [path, 'withdrawn']));
    await write('permalinks.json', JSON.stringify({ pages: {}, retired, sources: {} }));
  });

  it('are those of no essay and of no list', async () => {
    expect(withdrawnOf(await open())).toEqual(['2020/01/draft/', '2019/']);
  });

  it('are not those of drafts that have pages', async () => {
    const project = await open();

    expect(withdrawnOf(withDraftsAsEssays(project))).toEqual(['2019/']);
    expect(withdrawnOf(project, [...project.essays, ...project.drafts])).toEqual(['2019/']);
  });

  it('are those of lists that would have drafts alone', async () => {
    await write(
      'essays/draft.mdx',
      essay('Draft', 'Text.').replace('date: 2020', 'draft: true\ndate: 2019'),
    );

    expect(withdrawnOf(withDraftsAsEssays(await open()))).toEqual(['2020/01/draft/', '2019/']);
  });
});

describe('the tree of an essay', () => {
  it('is handed to one taker, and whoever asks next gets another', async () => {
    const project = await open();
    const one = named(project, 'one.mdx');
    const known = parsedEssay(project, one);

    const first = takeParsedEssay(project, one);
    const second = takeParsedEssay(project, one);
    const third = parsedEssay(project, one);

    expect(first).toBe(known);
    expect(new Set([first.tree, second.tree, third.tree]).size).toBe(3);
    expect(third).toEqual(first);
  });

  it('is not made again to tell what the essay cites, once it is taken', async () => {
    const project = await open();
    keysCitedBy(project, project.essays);
    takeParsedEssay(project, named(project, 'one.mdx'));
    const disk = watchDisk();

    expect([...keysCitedBy(project, project.essays)]).toEqual(['a']);
    expect(disk.lookedFor()).toEqual([]);
  });
});
