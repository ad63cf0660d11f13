import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { linkAddresses } from '../../../src/formatting/link-addresses.ts';

const text = (value: string) => ({ type: 'text' as const, value });
const robust = (originalUrl: string) => ({
  originalUrl,
  versionUrl: `https://archive.example/2019/${originalUrl}`,
  versionDate: '2019-05',
});
/** `|` stands for a place to break. */
const link = (marked: string, address = marked.replaceAll('|', '')) =>
  h(
    'a',
    {
      href: address,
      dataOriginalurl: address,
      dataVersionurl: `https://archive.example/2019/${address}`,
      dataVersiondate: '2019-05',
    },
    marked
      .split('|')
      .flatMap((value, index) => (index === 0 ? [text(value)] : [h('wbr'), text(value)])),
  );

describe('the address of a source', () => {
  it('becomes a robust link wherever it is printed, without what stands around it', () => {
    const address = 'https://example.org/a?b=1&c=2';

    const linked = linkAddresses(
      [text(`See ${address}.`), h('i', `<${address}>`)],
      [robust(address)],
    );

    expect(linked).toEqual([
      text('See '),
      link('https://|example.org/|a?|b=|1&|c=|2'),
      text('.'),
      h('i', [text('<'), link('https://|example.org/|a?|b=|1&|c=|2'), text('>')]),
    ]);
  });

  it('is taken whole, though it begins with another', () => {
    const [short, long] = ['https://example.org/', 'https://example.org/long'];

    expect(linkAddresses([text(`${long} ${short}`)], [short, long].map(robust))).toEqual([
      link('https://|example.org/|long'),
      text(' '),
      link('https://|example.org/'),
    ]);
  });

  it('breaks after its own signs alone, never between two slashes or at its end', () => {
    const marked = 'https://|a-|b.example/|2019_05/|x.y?|q=|1&|r=|2#s/';

    expect(
      linkAddresses([text(marked.replaceAll('|', ''))], [robust(marked.replaceAll('|', ''))]),
    ).toEqual([link(marked)]);
  });
});
