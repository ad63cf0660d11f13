import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { linkAddresses } from '../../../src/markdown/link-addresses.ts';

const text = (value: string) => ({ type: 'text' as const, value });
const link = (address: string) => h('a', { href: address }, address);

describe('the address of a source', () => {
  it('becomes a link wherever it is printed, without what stands around it', () => {
    const address = 'https://example.org/a?b=1&c=2';

    expect(linkAddresses([text(`See ${address}.`), h('i', `<${address}>`)], [address])).toEqual([
      text('See '),
      link(address),
      text('.'),
      h('i', [text('<'), link(address), text('>')]),
    ]);
  });

  it('is taken whole, though it begins with another', () => {
    const [short, long] = ['https://example.org/', 'https://example.org/long'];

    expect(linkAddresses([text(`${long} ${short}`)], [short, long])).toEqual([
      link(long),
      text(' '),
      link(short),
    ]);
  });

  it('is a link only when it is one of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org/',
      'example.org',
    ]) {
      expect(linkAddresses([text(address)], [address])).toEqual([text(address)]);
    }
  });
});
