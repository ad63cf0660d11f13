import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { readMarkdown } from '../../../src/importing/read-markdown.ts';

const read = (lines: readonly string[]) =>
  readMarkdown('ice.md', `${lines.join('\n')}\n`, async () => undefined);

it('has what the front matter of blogs says in words of its own, and names what it has no place for', async () => {
  const { facts, remarks } = await read([
    '---',
    'title: Ice',
    'pubDate: 2019-04-29',
    'tags: [ice, snow]',
    'summary: Of ice.',
    'layout: post',
    'slug: ice',
    '---',
    '',
    'It freezes.',
  ]);

  expect(facts).toMatchObject({
    title: 'Ice',
    date: '2019-04-29',
    keywords: ['ice', 'snow'],
    description: 'Of ice.',
  });
  expect(remarks).toEqual([
    { kind: 'left-out', message: 'Of the front matter: “layout”, “slug”.' },
  ]);
});

it('keeps the lines of code that Quarto and R Markdown run', async () => {
  const { body } = await read(['```{r, echo=FALSE}', 'x <- 1', 'plot(x)', '```']);

  expect(toHtml(body)).toContain('<pre class="r"><code>x &#x3C;- 1\nplot(x)</code></pre>');
});

it('reads no front matter in TOML as words', async () => {
  await expect(read(['+++', 'title = "Ice"', '+++', '', 'It freezes.'])).rejects.toThrow(
    '“ice.md” has front matter in TOML, between lines of +++. Write it in YAML, between lines of ---; hugo convert toYAML does so for a whole site.',
  );
});
