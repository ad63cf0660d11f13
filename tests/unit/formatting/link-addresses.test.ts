import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { linkAddresses } from '../../../src/formatting/link-addresses.ts';

const text = (value: string) => ({ type: 'text' as const, value });
const robust = (originalUrl: string) => ({
  originalUrl,
  versionUrl: `https://archive.example/2019/${originalUrl}`,
  versionDate: '2019-05',
});
const link = (address: string) =>
  h(
    'a',
    {
      href: address,
      dataOriginalurl: address,
      dataVersionurl: `https://archive.example/2019/${address}`,
      dataVersiondate: '2019-05',
    },
    address,
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
      link(address),
      text('.'),
      h('i', [text('<'), link(address), text('>')]),
    ]);
  });

  it('is taken whole, though it begins with another', () => {
    const [short, long] = ['https://example.org/', 'https://example.org/long'];

    expect(linkAddresses([text(`${long} ${short}`)], [short, long].map(robust))).toEqual([
      link(long),
      text(' '),
      link(short),
    ]);
  });
});
