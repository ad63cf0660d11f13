/** What Pandoc reads, which takes longer to load than all unit tests of a room. */
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { readJats } from '../../src/importing/read-jats.ts';
import { readLatex } from '../../src/importing/read-latex.ts';
import { readMarkdown } from '../../src/importing/read-markdown.ts';

describe('Markdown', () => {
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

  it('is told when its front matter is TOML, none of which is read as words', async () => {
    await expect(read(['+++', 'title = "Ice"', '+++', '', 'It freezes.'])).rejects.toThrow(
      '“ice.md” has front matter in TOML, between lines of +++. Write it in YAML, between lines of ---; hugo convert toYAML does so for a whole site.',
    );
  });
});

describe('LaTeX', () => {
  it('has commands that Pandoc passes over named with their words, and no others', async () => {
    const text = String.raw`\documentclass{article}
\setmainfont{Times}
\begin{document}
It \chilled{freezes} here.\vspace{2cm}\index{ice}\noindent

\begin{verse}It \emph{melts}.\end{verse}
\end{document}`;

    const { remarks } = await readLatex('ice.tex', text, async () => undefined);

    expect(remarks).toEqual([
      {
        kind: 'not-understood',
        message: String.raw`“\chilled{freezes}” is LaTeX that means nothing here, and is left out.`,
      },
    ]);
  });
});

describe('JATS', () => {
  it('has the parts of a structured abstract begin with their names, not with headings', async () => {
    const abstract =
      '<abstract><sec><title>Background</title><p>Ice.</p></sec><sec><title>Results</title><p>Snow.</p></sec></abstract>';

    const { facts } = await readJats(
      'ice.xml',
      `<article><front><article-meta>${abstract}</article-meta></front><body><p>It freezes.</p></body></article>`,
    );

    expect(facts.abstract).toBe('**Background**\n\nIce.\n\n**Results**\n\nSnow.');
  });
});
