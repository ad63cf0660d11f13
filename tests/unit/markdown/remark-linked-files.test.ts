import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';

const folder = 'content/essays/river';
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'linked-files-'));
  await mkdir(join(root, folder, 'tables'), { recursive: true });
  for (const name of ['data.csv', 'tables/a b.csv', '100%.csv', 'a.jpg'])
    await writeFile(join(root, folder, name), '');
});

afterAll(() => rm(root, { recursive: true }));

function parse(body: string, name = `${folder}/index.mdx`) {
  const essay = readEssayFile(name, `---\ntitle: T\ndate: 2020\n---\n\n${body}`, 'en');
  return parseEssay(root, essay, { sources: new Map() });
}

describe('the files that an essay in a folder of its own leads to', () => {
  it.each([
    ['one beside it', '[Data](data.csv)', 'data.csv'],
    ['one by a name in brackets', '[Data][1]\n\n[1]: data.csv', 'data.csv'],
    ['one in a folder, encoded', '[Data](tables/a%20b.csv#row=2)', 'tables/a b.csv'],
    ['one with a percent sign that begins no character', '[Data](<100%.csv>)', '100%.csv'],
  ])('are known: %s', (_, body, name) => {
    expect(parse(body).data.linkedFiles).toMatchObject([
      { file: `${folder}/${name}`, place: { line: 6, column: 1 } },
    ]);
  });

  it.each([
    ['a page of the site', '[Other](/2019/09/other/)'],
    ['another site', '[Other](https://example.org/data.csv)'],
    ['an anchor', '[Above](#p1)'],
    ['a file that is not there', '[Gone](gone.csv)'],
    ['a file of another folder', '[Out](../data.csv)'],
    ['its own text', '[Text](index.mdx)'],
    ['no address', '[Bad](http://)'],
  ])('are not %s', (_, body) => {
    expect(parse(body).data.linkedFiles).toEqual([]);
  });

  it('are none of an essay that is a file', () => {
    expect(parse('[Data](data.csv)', 'content/essays/river.mdx').data.linkedFiles).toBeUndefined();
  });
});

describe('a picture', () => {
  it('is known with its file, or missed at its place', () => {
    const { data, problems } = parse(
      '![A.](a.jpg) ![B.](b.jpg)\n\n![C.](100%.jpg)\n\n![ ](a.jpg "[@x]")',
    );

    expect(data.pictures?.map(({ file }) => file)).toEqual([`${folder}/a.jpg`, `${folder}/a.jpg`]);
    expect(problems.map(({ rule, place }) => [rule, place.line])).toEqual(
      expect.arrayContaining([
        ['image-exists', 6],
        ['image-exists', 8],
        ['image-has-a-description', 10],
      ]),
    );
    expect(problems.map(({ message }) => message).join()).toContain('“%25”');
  });
});
