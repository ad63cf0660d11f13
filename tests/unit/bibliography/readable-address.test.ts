import { describe, expect, it } from 'vitest';
import { readableAddress } from '../../../src/bibliography/readable-address.ts';

describe('an address as people read it', () => {
  it.each([
    ['https://example.org/wiki/%E5%B7%9D?a=%d0%bc#%C3%A9', 'https://example.org/wiki/川?a=м#é'],
    ['https://example.org/%D9%86%D9%87%D8%B1_%D9%87%D8%A7', 'https://example.org/نهر_ها'],
    ['https://example.org/%E0%A4%B9%E0%A4%BF', 'https://example.org/हि'],
  ])('has letters of every script: %s', (address, readable) => {
    expect(readableAddress(address)).toBe(readable);
  });

  it.each([
    ['a space', '%20'],
    ['a slash', '%2F'],
    ['a per cent sign before digits', '%25E5%25B7%259D'],
    ['a control', '%C2%85'],
    ['a space of another script', '%E3%80%80'],
    ['a letter that is not seen', '%E1%85%9F'],
    ['a joiner', '%E2%80%8D'],
    ['a sign that turns the direction', '%E2%80%AE'],
    ['a mark on nothing', '%CC%81'],
    ['what looks like a slash', '%E2%88%95'],
    ['bytes that are no UTF-8', '%E5%B7'],
    ['bytes that only seem to be UTF-8', '%C0%AF'],
  ])('keeps %s encoded', (_what, encoded) => {
    const address = `https://example.org/${encoded}`;

    expect(readableAddress(address)).toBe(address);
  });
});
