import { toString as wordsOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';

const sources = new Map();

/** An essay in English of which the typewriter's punctuation is set. */
function parse(body: string) {
  const essay = readEssayFile(
    'content/essays/e.mdx',
    `---\ntitle: T\ndate: 2020\n---\n\n${body}`,
    'en',
  );
  return parseEssay('/project', essay, { sources }, { punctuation: 'smart' });
}

const wordsIn = (body: string) => wordsOf(parse(body).tree);

describe('an essay in smart punctuation', () => {
  it.each([
    ['quotation marks and apostrophes', `"It's 'so'"`, '“It’s ‘so’”'],
    ['marks that open in one element and close in another', '"*All* of it"', '“All of it”'],
    ['marks over two lines', '"One\ntwo"', '“One\ntwo”'],
    ['what stands in a quotation', '> "A\n> quotation"', '“A\nquotation”'],
    ['cells of a table', '| "A" |\n| --- |\n| it\'s |', '“A”it’s'],
    ['a word in another language by its own rules', '"A" <span lang="de">"B"</span>', '“A” „B“'],
    ['a language that is none', '<span lang="no such">"B"</span>', '“B”'],
  ])('has %s', (_, typed, set) => {
    expect(wordsIn(typed)).toBe(set);
  });

  it.each([
    ['code', '`it\'s "so"`', 'it\'s "so"'],
    ['code as an element', '<kbd>it\'s "so"</kbd> "x"', 'it\'s "so" “x”'],
    ['an address', "See https://example.org/it's--here", "See https://example.org/it's--here"],
    ['a sign behind a backslash', 'It\\\'s \\"so\\" 1\\--2', 'It\'s "so" 1--2'],
    ['hyphens of which one is in another element', 'a-*-b*', 'a--b'],
  ])('leaves %s as it was typed', (_, typed, set) => {
    expect(wordsIn(typed)).toBe(set);
  });

  it('has it in descriptions and titles of images, and around its citations', () => {
    const { tree, data } = parse(
      `![It's "so"](https://example.org/a.png "Its 'own'")\n\n"![It's](https://example.org/b.png)" Text.[see O'Neill's "life" in @oneill1999, "emphasis" added]`,
    );

    expect(JSON.stringify(tree)).toContain('It’s “so”');
    expect(JSON.stringify(tree)).toContain('Its ‘own’');
    expect(data.citations?.map(({ citation }) => citation.items)).toMatchObject([
      [{ prefix: 'see O’Neill’s “life” in', suffix: expect.stringContaining('“emphasis” added') }],
    ]);
  });

  it('has the changes in its Markdown, save those that its source does not show', () => {
    expect(parse(`"It's"\n"so" &quot;here&quot;`).data.markdown).toBe(
      `"It's"\n"so" &quot;here&quot;`,
    );
    expect(parse(`"It's"\r\n\\"so" -- 1\\--2`).data.markdown).toContain('“It’s”\r\n\\"so');
  });
});
