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

  it('asks for nothing but its icons, and for a font where the reader has none of those it names', () => {
    const links = [...html.matchAll(/<link\b[^>]*rel="(stylesheet|preload|modulepreload)"/g)];
    const faces = html.match(/@font-face\{[^}]*url\([^}]*\}/g) ?? [];
    const rest = faces.reduce((text, face) => text.replace(face, ''), html);

    expect(links).toEqual([]);
    expect(rest).not.toMatch(/@import|url\((?!#)/);
    expect(faces).toHaveLength(2);
    expect(faces.every((face) => face.includes('font-display:swap'))).toBe(true);
  });
});
