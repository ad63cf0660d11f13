import { describe, expect, it } from 'vitest';
import { readCitationStyle } from '../../../src/formatting/citation-style.ts';
import { orderSources } from '../../../src/formatting/order-sources.ts';

const items = [
  { id: 'b', type: 'book', title: 'Rivers', author: [{ family: 'Zola' }], issued: year(2001) },
  { id: 'a', type: 'book', title: 'Borders', author: [{ family: 'Adams' }], issued: year(2020) },
  { id: 'c', type: 'book', title: 'Bridges', author: [{ family: 'Adams' }], issued: year(2005) },
];

function year(number: number) {
  return { 'date-parts': [[number]] };
}

function styleWith(bibliography: string, kind = 'in-text') {
  const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="${kind}">
    <macro name="name"><names variable="author"/></macro>
    <citation><layout><text variable="title"/></layout></citation>${bibliography}</style>`;
  const { style } = readCitationStyle(csl, 'sources.csl', () => undefined, 'entries');
  if (style === undefined) throw new Error('It is no style.');
  return style;
}

describe('a list of sources', () => {
  it('is in the order of the style', async () => {
    const sort = '<sort><key macro="name"/><key variable="issued"/></sort>';
    const style = styleWith(
      `<bibliography>${sort}<layout><text macro="name"/></layout></bibliography>`,
    );

    expect(await orderSources(items, style)).toEqual([2, 1, 0]);
  });

  it('is in the order of citations when the style has none', async () => {
    const style = styleWith('<bibliography><layout><text macro="name"/></layout></bibliography>');

    expect(await orderSources(items, style)).toEqual([0, 1, 2]);
  });

  it('reads as the style lists sources, and not as it cites them in notes', () => {
    const layout = '<layout><text value="listed"/></layout>';

    expect(styleWith(`<bibliography>${layout}</bibliography>`, 'note').entries).toContain('listed');
    expect(styleWith('', 'note').entries).not.toContain('listed');
  });
});
