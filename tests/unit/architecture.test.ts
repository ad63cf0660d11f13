import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { project } from '../support/make-site.ts';
import { type CodeFile, findCircles, readCode, readImports } from '../support/read-imports.ts';

/**
 * Who may import whom, types included: a room is a folder of `src`, a file of its top level or `virtual:project`.
 * A room that is not named may not be entered. Each names only rooms above it.
 */
const plan = readPlan({
  // Of the site they know nothing.
  problems: '',
  disk: '',
  citations: '',
  maps: '',
  styles: '',
  fonts: '',
  i18n: '',
  'site.ts': 'citations problems',
  bibliography: 'citations problems',
  essay: 'bibliography citations i18n maps problems',
  formatting: 'bibliography citations disk i18n problems site.ts',
  markdown: 'bibliography citations essay i18n problems',
  permalinks: 'bibliography citations essay problems',

  // The project as a value, and what the integrations of one command share of it.
  'memoize-by-essay.ts': 'citations essay formatting markdown permalinks',
  'project.ts': 'citations disk essay formatting markdown memoize-by-essay.ts permalinks site.ts',
  'session.ts': 'citations essay formatting markdown project.ts site.ts',

  // What is made of it, each by integrations of its own.
  metadata: 'bibliography citations disk essay fonts i18n maps problems session.ts site.ts',
  'virtual-project.ts': 'citations essay metadata project.ts session.ts',
  'virtual-modules.d.ts': 'bibliography essay metadata site.ts',
  'essay-texts.ts': 'project.ts session.ts',
  publishing: 'citations disk metadata permalinks problems project.ts session.ts',
  editions: `bibliography citations disk essay fonts i18n maps metadata problems project.ts publishing session.ts site.ts`,
  checking: `bibliography citations editions essay formatting markdown memoize-by-essay.ts metadata permalinks
    problems project.ts publishing session.ts`,
  dev: `checking disk essay formatting permalinks problems project.ts session.ts virtual-project.ts`,

  // Pages get the project by one virtual module.
  'virtual:project': 'virtual-modules.d.ts virtual-project.ts',
  'content.config.ts': 'essay virtual:project',
  components: 'citations essay i18n maps metadata styles virtual:project',
  layouts: 'citations components essay i18n metadata styles virtual:project',
  pages: 'bibliography citations components essay i18n layouts maps metadata virtual:project',

  'astro.config.ts': `checking dev editions essay-texts.ts markdown metadata publishing session.ts site.ts
    virtual-project.ts`,
  importing: 'bibliography citations editions essay formatting i18n markdown problems',

  commands: `astro.config.ts bibliography checking citations disk essay formatting importing permalinks problems
    project.ts publishing site.ts`,
});

/** What these rooms may use of others: parsers of their own formats, and nothing that knows pages or disks. */
const packages: Readonly<Record<string, RegExp>> = {
  citations: /^zod$/,
  bibliography: /^(?:zod|htmlparser2|node:util|@citation-js\/.*)$/,
  problems: /^fastest-levenshtein$/,
  disk: /^(?:node:.*|zod)$/,
};

/** These may be used here alone. */
const only: Readonly<Record<string, readonly string[]>> = {
  'rehype-citation': ['formatting'],
  'astro:content': ['content.config.ts', 'pages'],
};

const code = await readCode();

function readPlan(doors: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(doors).map(([room, others]) => [room, others.match(/\S+/g) ?? []]));
}

function roomOf(name: string): string {
  if (name.startsWith('virtual:') || !name.startsWith('src/')) return name;
  return name.split('/')[1] ?? name;
}

/** Every step from one room into another. */
function doorsOf(files: readonly CodeFile[]) {
  return files.flatMap(({ name, own }) =>
    own
      .filter((target) => roomOf(target) !== roomOf(name))
      .map((target) => ({ name, target, from: roomOf(name), to: roomOf(target) })),
  );
}

const offPlan = (files: readonly CodeFile[]) =>
  doorsOf(files)
    .filter(({ from, to }) => !plan.get(from)?.includes(to))
    .map(({ name, target }) => `${name} imports ${target}`);

function circlesOf(files: readonly CodeFile[]): string[][] {
  const graph = new Map([...plan.keys()].map((room) => [room, new Set<string>()]));
  for (const room of plan.get('virtual:project') ?? []) graph.get('virtual:project')?.add(room);
  for (const { from, to } of doorsOf(files)) graph.set(from, new Set(graph.get(from)).add(to));
  return findCircles(graph);
}

const containing = (pattern: RegExp) =>
  code.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

describe('the house', () => {
  it('has no door that is not on the plan', () => {
    expect(offPlan(code)).toEqual([]);
  });

  it('has no door on the plan that nobody uses', () => {
    const used = doorsOf(code).map(({ from, to }) => `${from} -> ${to}`);
    const planned = [...plan]
      .filter(([room]) => room !== 'virtual:project')
      .flatMap(([room, others]) => others.map((other) => `${room} -> ${other}`));

    expect(planned.filter((door) => !used.includes(door))).toEqual([]);
  });

  it('goes round in no circle', () => {
    expect(circlesOf(code)).toEqual([]);
  });

  it('has no files that import each other in a circle', () => {
    expect(findCircles(new Map(code.map(({ name, own }) => [name, new Set(own)])))).toEqual([]);
  });

  it('is planned from the ground up', () => {
    const rooms = [...plan.keys()];
    const upwards = rooms.flatMap((room, index) =>
      (plan.get(room) ?? []).filter((each) => !rooms.slice(0, index).includes(each)),
    );

    expect(upwards).toEqual([]);
  });

  it.each(Object.entries(packages))('has %s use no packages but its own', (room, allowed) => {
    const used = code.filter(({ name }) => roomOf(name) === room).flatMap((file) => file.packages);

    expect(used.filter((each) => !allowed.test(each))).toEqual([]);
  });

  it.each(Object.entries(only))('has %s used in one place only', (used, rooms) => {
    const users = code.filter((file) => file.packages.includes(used));

    expect(new Set(users.map(({ name }) => roomOf(name)))).toEqual(new Set(rooms));
  });

  it('hands nothing on by the global object or by the environment', () => {
    const write =
      /process\.env(?:\.\w+|\[[^\]]+\])?\s*(?:\?\?|\|\||&&)?=(?![=>])|(?:delete |assign\()process\.env/;

    expect(containing(/\bglobalThis\b|\bglobal\./)).toEqual([]);
    expect(containing(write)).toEqual([]);
  });

  it('has content that imports nothing', async () => {
    const essays = await listFiles(join(project, 'content'));
    const texts = await Promise.all(essays.map((file) => readFile(file, 'utf8')));

    expect(texts.filter((text) => /^import\s/m.test(text))).toEqual([]);
  });

  it('has short pages', () => {
    // What they share is no page: its name begins with an underscore.
    const pages = code.filter(({ name }) => /^src\/pages\/(?:.*\/)?[^_/][^/]*$/.test(name));
    const long = pages.filter(({ text }) => text.trimEnd().split('\n').length > 25);

    expect(pages.length).toBeGreaterThan(15);
    expect(long.map(({ name }) => name)).toEqual([]);
  });
});

describe('the plan', () => {
  it.each([
    ['a type', "import type { A } from '../pages/_site.ts';"],
    ['a type in a type', "type A = import('../pages/_site.ts').A;"],
    ['what is exported again', "export { a } from '../pages/_site.ts';"],
    ['what is loaded when it is needed', "const a = await import('../pages/_site.ts');"],
    ['a worker', "new Worker(new URL('../pages/_site.ts', import.meta.url));"],
    ['a virtual module', "import { site } from 'virtual:project';"],
    ['a module that nobody has planned', "import { a } from 'virtual:other';"],
    ['a test', "import { a } from '../../tests/a.ts';"],
    ['what is beside the code', "import a from '../../package.json';"],
  ])('sees %s', (_what, text) => {
    expect(offPlan([readImports('src/essay/essay.ts', text)])).toHaveLength(1);
  });

  it('sees a circle of any length, once', () => {
    const files = [
      readImports('src/maps/a.ts', "import type { A } from '../disk/b.ts';"),
      readImports('src/disk/b.ts', "import '../i18n/c.ts';"),
      readImports('src/i18n/c.ts', "import '../maps/a.ts'; import '../styles/index.css';"),
    ];

    expect(circlesOf(files)).toEqual([['disk', 'i18n', 'maps']]);
  });
});
