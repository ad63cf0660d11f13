import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';
import { readBody } from '../../../src/markdown/read-body.ts';
import { fixtures } from '../../support/fixture-sites.ts';

const { bibliography } = readBibliography([]);
const root = join(fixtures, 'linked-essays');
const inFolder = 'content/essays/with-a-figure/index.mdx';
const parse = (text: string, name = inFolder) =>
  parseEssay(root, readEssayFile(name, text, 'en'), bibliography);

const problemsOf = (text: string, name?: string) =>
  parse(text, name).problems.map(
    ({ rule, place, length }) => `${rule} ${place.line}:${place.column}+${length}`,
  );

const own = "import Ships from './Ships.astro'\n\n";

describe('an essay that imports a component of its own folder', () => {
  it.each([
    '<Ships year="1950" />',
    'In the line <Ships year="1950" /> it stands, too.',
    '<Ships years={[1950, -1.5]} names={{ ko: "배" }} more={Ships} />',
    '<Ships>\n\nWords.[^a]\n\n</Ships>\n\n[^a]: A note.',
  ])('may use it, and give it data: %s', (text) => {
    expect(problemsOf(own + text)).toEqual([]);
  });

  it.each([
    ['<Boats />', 'essay-has-no-code 3:1+9'],
    ['<Ships year={1 + 1} />', 'essay-has-no-code 3:8+12'],
    ['<Ships year={years} />', 'essay-has-no-code 3:8+12'],
    ['<Ships {...years} />', 'essay-has-no-code 3:8+10'],
    ['{Ships}', 'essay-has-no-code 3:1+7'],
    ['export const a = 1', 'essay-has-no-code 3:1+6'],
    ["import './Ships.astro'\nexport const a = 1", 'essay-has-no-code 4:1+6'],
  ])('runs nothing else: %s', (text, problem) => {
    expect(problemsOf(own + text)).toEqual([problem]);
  });

  it('has as many words without the import', () => {
    const wordsIn = (text: string) => readBody(parse(text))?.record.words;

    expect(wordsIn(`${own}Two words. {/* A remark. */}\n\n<Ships />`)).toBe(2);
    expect(wordsIn('Two words.')).toBe(2);
  });

  it('has its name in Markdown, as a link to the page that shows it, and the words that stand in it', () => {
    const { data } = parse(
      `${own}One.\n\n<Ships year="1950" />\n\nTwo <Ships /> three.\n\n<Ships>\n\nWords.\n\n</Ships>\n`,
    );

    expect(data.markdown).toBe(
      'One.\n\n> [Ships](index.html)\n\nTwo [Ships](index.html) three.\n\nWords.',
    );
    expect(data.paragraphs?.map(({ anchor }) => anchor)).toEqual(['p1', 'p2']);
  });
});

describe('an import of anything else', () => {
  it.each([
    ["import Boats from './Boats.astro'", '1:20+13'],
    ["import Other from '../other/Chart.astro'", '1:20+20'],
    ["import Up from './../other/Chart.astro'", '1:17+22'],
    ["import { z } from 'zod'", '1:20+3'],
    ["import fs from 'node:fs'", '1:17+7'],
    ["import 'https://elsewhere.example/a.js'", '1:9+30'],
    ["import Ships from './Ships.astro'\nimport\n  x from '/etc/passwd'", '3:11+11'],
    ["import Up from './..\\\\..\\\\Chart.astro'", '1:17+19'],
    ["import Boats from './Bo\\u0061ts.astro'", '1:20+13'],
    ["import Shared from '../../../src/components/prose/Gone.astro'", '1:21+40'],
  ])('is a problem at its words: %s', (text, at) => {
    expect(problemsOf(text)).toEqual([`import-is-of-the-essay ${at}`]);
  });

  it('is a problem where the essay has no folder of its own', () => {
    const { problems } = parse(own, 'content/essays/alone.mdx');

    expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'import-is-of-the-essay: The essay imports “./Ships.astro”, and has no folder of its own.',
    ]);
  });
});
