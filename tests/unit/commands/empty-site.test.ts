import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planEmptySite } from '../../../src/commands/empty-site.ts';
import { openProject } from '../../../src/project.ts';
import { publishedEssay } from '../../support/fixture-sites.ts';
import { siteSettings } from '../../support/site-settings.ts';

const essays = 'content/essays';
const sample = `${essays}/north-korea-and-russian-relations.mdx`;
const settings =
  "const site = {\n  title: 'Research Essays',\n  lang: 'en',\n  // Why.\n  smartPunctuation: false,\n};\n";
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'empty-site-'));
  await cp(publishedEssay, root, { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

const plan = async (title = 'Essays') =>
  planEmptySite(await openProject(root, siteSettings), settings, title);

describe('a site that is to begin without the sample', () => {
  it('loses its essay, its sources, its permalinks and its name', async () => {
    const planned = await plan("The Author's");
    const bibliography = planned?.get('content/bibliography.bib');

    expect(planned?.has(sample) && planned.get(sample)).toBeUndefined();
    expect(bibliography).toMatch(/^%/);
    expect(bibliography).not.toMatch(/^@/m);
    expect(planned?.has('content/permalinks.json')).toBe(true);
    expect(planned?.get('content/permalinks.json')).toBeUndefined();
    expect(planned?.get('src/site.ts')).toBe(
      "const site = {\n  title: 'The Author\\'s',\n  lang: 'en',\n};\n",
    );
  });

  it('keeps what the author has added, and what that cites', async () => {
    const own = '@book{own2020,\n  title = {Own},\n}\n';
    const bibliography = join(root, 'content/bibliography.bib');
    await writeFile(
      bibliography,
      `${await readFile(bibliography, 'utf8')}\n@book{new2020,\n  title = {New},\n}\n${own}`,
    );
    await writeFile(
      join(root, essays, 'own.mdx'),
      '---\ntitle: Own\ndate: 2019-10\n---\n\nIt cites.[@kim2019] And.[@own2020]\n',
    );

    const planned = await plan();
    const keys = planned?.get('content/bibliography.bib')?.match(/(?<=^@\w+\{)\w+/gm);
    const register = JSON.parse(planned?.get('content/permalinks.json') ?? '');

    expect(keys).toEqual(['kim2019', 'new2020', 'own2020']);
    expect(Object.keys(register.pages)).toEqual(['', '2019/', 'sources/']);
    expect(Object.keys(register.pages['sources/'].anchors)).toEqual(['main', 'kim2019']);
    expect(Object.keys(register.sources)).toEqual(['kim2019']);
  });

  it('is left as it is when the sample is not there', async () => {
    await rm(join(root, sample));

    expect(await plan()).toBeUndefined();
  });
});
