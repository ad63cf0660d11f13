import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { robustLinks } from '../../../src/bibliography/robust-link.ts';
import type { CslItem } from '../../../src/bibliography/source.ts';
import { linkAddresses } from '../../../src/formatting/link-addresses.ts';
import { linkTitles } from '../../../src/formatting/link-titles.ts';

const source = (title: string, name: string, more: Partial<CslItem> = {}): CslItem => ({
  id: name,
  type: 'webpage',
  title,
  URL: `https://${name}.example/`,
  ...more,
});

const text = (value: string): ElementContent => ({ type: 'text', value });

function link(nodes: ElementContent[], items: CslItem[], always = false) {
  const addressed = linkAddresses(nodes, items.flatMap(robustLinks));
  const linked = linkTitles(addressed, items, { always });
  const p = h('p', linked);
  expect(textOf(p)).toBe(textOf(h('p', nodes)));
  return { links: linksIn(linked, false), quiet: linksIn(linked, true) };
}

/** What each link says, and where it leads. */
function linksIn(nodes: ElementContent[], isQuiet: boolean): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const { href, ariaHidden, tabIndex } = node.properties;
    if (node.tagName !== 'a') return linksIn(node.children, isQuiet);
    expect(ariaHidden === 'true').toBe(tabIndex === -1);
    return (ariaHidden === 'true') === isQuiet ? [`${textOf(node)} > ${href}`] : [];
  });
}

describe('the title of a source', () => {
  it('is the link, and its address is one for a pointer alone', () => {
    const nodes = [text('Kim, “Ice,” '), h('i', 'Ice Weekly'), text(', https://kim.example/.')];

    expect(link(nodes, [source('Ice', 'kim')])).toEqual({
      links: ['Ice > https://kim.example/'],
      quiet: ['https://kim.example/ > https://kim.example/'],
    });
  });

  it('is found where it is set off, not in other words that are alike', () => {
    const nodes = [text('Korea Institute, Korea, “Korea,” Korea, https://a.example/.')];
    const italic = [text('Korea Institute, '), h('i', 'Korea'), text(', https://a.example/.')];

    const found = linkTitles(
      linkAddresses(nodes, robustLinks(source('Korea', 'a'))),
      [source('Korea', 'a')],
      { always: false },
    );
    expect(found[0]).toEqual(text('Korea Institute, Korea, “'));
    expect(link(italic, [source('Korea', 'a')]).links).toEqual(['Korea > https://a.example/']);
  });

  it('is found as the style prints it: with other capitals and quotation marks', () => {
    const nodes = [text('“The ‘Great’ Game,” https://a.example/.')];

    expect(link(nodes, [source('The "great" game', 'a')]).links).toEqual([
      'The ‘Great’ Game > https://a.example/',
    ]);
  });

  it('belongs to the address behind it, though another source has the same', () => {
    const nodes = [text('“Ice,” https://a.example/; “Ice,” https://b.example/.')];

    expect(link(nodes, [source('Ice', 'b'), source('Ice', 'a')]).links).toEqual([
      'Ice > https://a.example/',
      'Ice > https://b.example/',
    ]);
  });

  it('may be the short one', () => {
    const nodes = [text('Kim, “Ice,” https://a.example/.')];
    const item = source('Ice on the Tumen', 'a', { 'title-short': 'Ice' });

    expect(link(nodes, [item]).links).toEqual(['Ice > https://a.example/']);
  });

  it('is no link without an address, but where the style asks for that', () => {
    const nodes = [text('Kim, “Ice.”')];

    expect(link(nodes, [source('Ice', 'a')]).links).toEqual([]);
    expect(link(nodes, [source('Ice', 'a')], true).links).toEqual(['Ice > https://a.example/']);
  });
});

describe('an address', () => {
  it('stays the link where no title stands before it', () => {
    const nodes = [text('Ibid., https://a.example/; Icebergs, https://a.example/.')];

    expect(link(nodes, [source('Ice', 'a')])).toEqual({
      links: ['https://a.example/ > https://a.example/', 'https://a.example/ > https://a.example/'],
      quiet: [],
    });
  });

  it('stays a link beside that of the title where it leads elsewhere', () => {
    const nodes = [text('“Ice,” https://a.example/, https://doi.org/10.1/a.')];

    expect(link(nodes, [source('Ice', 'a', { DOI: '10.1/a' })]).links).toEqual([
      'Ice > https://a.example/',
      'https://doi.org/10.1/a > https://doi.org/10.1/a',
    ]);
  });
});
