import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { fieldNames, frontMatter } from '../../../src/essay/front-matter.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { splitFrontMatter } from '../../../src/essay/split-front-matter.ts';
import { loadLibrary } from '../../../src/formatting/load-library.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';
import { publishedEssay } from '../../support/fixture-sites.ts';
import { siteSettings } from '../../support/site-settings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFile(`${root}${path}`, 'utf8');

/** The schema as Astro makes it for editors. */
const schema = z.toJSONSchema(frontMatter, { io: 'input', unrepresentable: 'any' });

describe('the schema of front matter that editors complete by', () => {
  const asEditorsRead = z.fromJSONSchema(
    z
      .json()
      .transform((json) => json as never)
      .parse(schema),
  );
  const isValid = (yaml: string) => asEditorsRead.safeParse(parse(yaml)).success;

  it('knows every field, and says of each what it is', () => {
    const described = new Set<string>();
    const visit = (node: unknown, name?: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if (name !== undefined && 'description' in node) described.add(name);
      for (const [key, value] of Object.entries(node)) {
        if (key !== 'properties') visit(value);
        else for (const [field, property] of Object.entries(value)) visit(property, field);
      }
    };
    visit(schema);

    expect(fieldNames.filter((name) => !described.has(name))).toEqual([]);
  });

  it('knows every field that the README names', async () => {
    const table = (await read('README.md')).split('### Front matter')[1]?.split('\n### ')[0] ?? '';
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

    expect(named.length).toBeGreaterThan(5);
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(named));
  });

  it('takes the front matter of the essay, and a date however exact', async () => {
    const { yaml = '' } = splitFrontMatter(
      await read(
        'tests/fixtures/published-essay/content/essays/north-korea-and-russian-relations.mdx',
      ),
    );

    expect(isValid(yaml)).toBe(true);
    expect(
      ['2019', '2019-09', '2019-09-14'].filter((date) => !isValid(`title: T\ndate: ${date}`)),
    ).toEqual([]);
    expect(isValid('title: T\ndate: 2019\ndraft: true')).toBe(true);
  });

  it('refuses a field that is not known, missing or of another kind', () => {
    expect(isValid('title: T\ndate: 2019\ntilte: T')).toBe(false);
    expect(isValid('title: T')).toBe(false);
    expect(isValid('title: T\ndate: 2019\ndraft: perhaps')).toBe(false);
  });
});

describe('a snippet', async () => {
  const snippet = z.strictObject({
    scope: z.literal('mdx'),
    prefix: z.string(),
    body: z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))]),
    description: z.string(),
  });
  const snippets = z
    .record(z.string(), snippet)
    .parse(JSON.parse(await read('.vscode/essay.code-snippets')));
  const { bibliography } = await loadLibrary(publishedEssay, siteSettings.citationFiles);
  const typed: Record<string, string> = {
    key: 'kim2019',
    'picture.jpg': '../../public/favicon.svg',
  };

  it.each(Object.entries(snippets))('%s makes an essay without a problem', (_name, { body }) => {
    const text = body.replaceAll(
      /\$\{\d+:([^}]*)\}/g,
      (_whole, words: string) => typed[words] ?? words,
    );

    expect(text).not.toContain('$');
    const essay = readEssayFile('content/essays/e.mdx', `Text.${text}\n`, 'en');
    expect(parseEssay(root, essay, bibliography).problems).toEqual([]);
  });
});
