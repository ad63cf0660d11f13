import { expect, it } from 'vitest';
import { readHtml, writeText } from '../../src/editions/pandoc.ts';
import { reportUnreadFormulas, UnreadFormulas } from '../../src/editions/unread-formulas.ts';

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

it('is told once, where it stands as a formula, with any ends of lines', () => {
  const report = (formulas: string[], text: string) =>
    reportUnreadFormulas(formulas, { name: 'e.mdx', text }).match(/e\.mdx:\d+:\d+/g);

  expect(report(['x', 'x'], 'If x then $x$ or $x$.')).toEqual(['e.mdx:1:12']);
  expect(report(['\na = b\n+ c'], 'One.\r\n\r\n$$\r\na = b\r\n+ c\r\n$$\r\n')).toEqual([
    'e.mdx:4:1',
  ]);
});
