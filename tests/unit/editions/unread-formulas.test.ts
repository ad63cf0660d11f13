import { expect, it } from 'vitest';
import { readHtml, writeText } from '../../../src/editions/pandoc.ts';
import { reportUnreadFormulas, UnreadFormulas } from '../../../src/editions/unread-formulas.ts';

const formula = (tex: string) =>
  `<p><math><semantics><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></p>`;

it('a formula that only the page can set stops the editions, and none is printed as TeX', async () => {
  const tree = await readHtml(formula('\\frac{1}{2}') + formula('\\ce{H2O}'));

  await expect(writeText(tree, { to: 'typst' })).rejects.toThrow(new UnreadFormulas(['\\ce{H2O}']));
});

it('is reported at its place, in words as typed', () => {
  const text = '---\ntitle: T\n---\n\nOf $\\frac{1}{2}$ and $\\ce{H2O}$.\n';
  const report = reportUnreadFormulas(['\\ce{H2O}'], { name: 'content/essays/e.mdx', text });

  expect(report).toContain('content/essays/e.mdx:5:23  error  formula-is-in-editions');
  expect(report).toContain('The editions cannot set the formula “\\ce{H2O}”.');
});
