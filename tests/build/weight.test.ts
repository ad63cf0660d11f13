import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { firstRoundTrip, mapBudget, weighParts } from '../support/weigh-page.ts';

let html: string;

beforeAll(async () => {
  const { dist } = await readGoodSite('published-essay');
  const page = join(dist, '2019/09/north-korea-and-russian-relations/index.html');
  html = await readFile(page, 'utf8');
});

describe('the essay with its map and its notes', () => {
  it('fits the first round trip of a connection', () => {
    const parts = weighParts(html);

    expect(parts['whole'], JSON.stringify(parts, null, 2)).toBeLessThanOrEqual(firstRoundTrip);
  });

  it('draws its map in at most 4 kB', () => {
    expect(weighParts(html)['map']).toBeLessThanOrEqual(mapBudget);
  });

  it('has at most 430 bytes of script, and none from elsewhere', () => {
    const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
    const code = scripts.filter(([, attributes = '']) => !attributes.includes('json'));

    expect(code.map(([, , text = '']) => text).join('').length).toBeLessThanOrEqual(430);
    expect(code.filter(([, attributes = '']) => attributes.includes('src'))).toEqual([]);
  });

  it('asks for nothing but its icons', () => {
    const links = [...html.matchAll(/<link\b[^>]*rel="(stylesheet|preload|modulepreload)"/g)];

    expect(links).toEqual([]);
    expect(html).not.toMatch(/@import|@font-face|url\((?!#)/);
  });
});
