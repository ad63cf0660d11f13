import { describe, expect, it } from 'vitest';
import { checkSiteAddress } from '../../../src/metadata/check-site-address.ts';

describe('the address of the site', () => {
  it.each([
    undefined,
    'https://essays.example',
    'https://example.org/some/where/',
    'http://[2001:db8::1]:8080/',
  ])('may be %s', (address) => {
    expect(checkSiteAddress(address)).toEqual([]);
  });

  it.each([
    'essays.example',
    '/some/where/',
    'ftp://essays.example/',
    'https://',
    'https://essays.example/?a=1',
    'https://essays.example/#a',
    'https://me:secret@essays.example/',
    'http://localhost:4321/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ])('may not be %s', (address) => {
    expect(checkSiteAddress(address)).toHaveLength(1);
  });
});
