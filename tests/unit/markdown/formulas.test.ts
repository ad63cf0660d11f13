import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { parseEssay } from '../../../src/markdown/parse-essay.ts';

const { bibliography } = readBibliography([]);
const parse = (text: string) =>
  parseEssay('/nowhere', readEssayFile('content/essays/e.mdx', text, 'en'), bibliography);

function htmlOf(text: string): string {
  const { tree } = parse(text);
  if (tree === undefined) throw new Error('It is no MDX.');
  return toHtml(toHast(tree));
}

const texIn = (text: string) =>
  [...htmlOf(text).matchAll(/<annotation[^>]*>(.*?)<\/annotation>/gs)].map(([, tex]) => tex);

describe('dollars', () => {
  it.each([
    ['$5 and $6'],
    ['US$5, or US$6'],
    ['from $5-$10'],
    ['$ 5 or 6$'],
    ['\\$x\\$'],
    ['`$x$`'],
    ['$'],
    ['a$$'],
    ['Prices of 5$, 6$ and 7$.'],
    ['$$'],
  ])('stay text in %s', (text) => {
    expect(texIn(text)).toEqual([]);
    expect(parse(text).problems).toEqual([]);
  });

  it.each([
    ['$x$', ['x']],
    ['$x_1$ and ($y$), $z$.', ['x_1', 'y', 'z']],
    ['$\\frac{a}{b}$', ['\\frac{a}{b}']],
    ['$a <\nb$', ['a &#x3C;\nb']],
    ['$\\$5$', ['\\$5']],
    ['a $$ x $$ b', ['x']],
    ['$5 and $6, of which $x$', ['x']],
    ['> $$\n> x\n> $$', ['x']],
    ['- $$\n  x\n  $$', ['x']],
    ['$$\n- x\n= y\n$$', ['- x\n= y']],
  ])('begin a formula in %s', (text, tex) => {
    expect(texIn(text)).toEqual(tex);
    expect(parse(text).problems).toEqual([]);
  });

  it('begin a block that ends where it has to, and never at an empty line', () => {
    expect(texIn('$$ x\n\ny $$')).toEqual([]);
    expect(texIn('> $$\nx\n$$')).toEqual([]);
    expect(texIn('$$ x $$ and more')).toEqual(['x']);
  });
});

describe('a formula', () => {
  it('is MathML, with its TeX for whoever wants it', () => {
    expect(htmlOf('$\\frac{a}{b}$')).toBe(
      '<p id="p1"><math><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation encoding="application/x-tex">\\frac{a}{b}</annotation></semantics></math></p>',
    );
  });

  it('stands on a line of its own between two dollars', () => {
    expect(htmlOf('$$ x $$')).toMatch(/^<math display="block">/);
    expect(htmlOf('A $$ x $$ b')).toContain('<p id="p1">A <math display="block">');
  });

  it('has its number beside it when it has a label', () => {
    expect(htmlOf('$$\nx\n$$ {#eq-x}\n\n@eq-x')).toMatch(
      /^<div class="equation" id="eq-x"><math display="block">.*<\/math><span class="label">\(1\)<\/span><\/div>/s,
    );
    expect(htmlOf('A $$ x $$ {#eq-x} b @eq-x')).toMatch(
      /A <span class="equation" id="eq-x"><math display="block">.*<span class="label">\(1\)<\/span><\/span> b/s,
    );
  });

  it.each([
    [
      'a\n\nHere: $x + \\foo{y}$',
      '3:12+4',
      '“x + \\foo{y}” cannot be read: “\\foo” is no command that is known here.',
    ],
    ['$$\n\\frac{a\n$$', '1:1+13', '“\\frac{a” cannot be read: it ends too early.'],
    ['$$ a & b $$', '1:6+1', '“a & b” cannot be read: “&” has no place there.'],
    ['$x^$', '1:1+4', '“x^” cannot be read: it ends too early.'],
  ])('that is no TeX is reported where it stops being it: %s', (text, at, message) => {
    const found = parse(text).problems.map(({ rule, place, length, message: said }) => [
      rule,
      `${place.line}:${place.column}+${length}`,
      said,
    ]);

    expect(found).toEqual([['formula-parses', at, `The formula ${message}`]]);
  });

  it('stands in the sentence of a note as its TeX', () => {
    const { notes } = parse('The share $s_i$ grew.[^a]\n\n[^a]: It.').data;

    expect(notes?.[0]?.uses[0]?.sentence).toBe('The share s_i grew.');
  });
});
