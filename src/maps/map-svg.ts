/** A locator map as SVG with its own colours, for what knows none of the page's styles: prints and pictures. */

import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { drawing, drawLocatorMap, type LocatorMap } from './locator-map.ts';
import type { MapSpec } from './map-spec.ts';

/** The colours of the page on white paper (`styles/tokens.css`). */
const colors = {
  sea: '#f4f1e9',
  other: '#e6dfcf',
  related: '#cfc4ab',
  subject: '#7d1d12',
  ink: '#1f1b16',
};

/** How names and distances read. */
export interface Lettering {
  readonly font: string;
  readonly distance: (kilometres: number) => string;
}

/** A whole document of 1,000 by 620 units. */
export function mapDocument(spec: MapSpec, { font, distance }: Lettering): string {
  const map = drawLocatorMap(spec);
  const { names, places, borders, beyond } = map;
  const text = { fill: colors.ink, fontFamily: font, fontSize: 26 };
  const set = (words: string, x: number, y: number, properties = {}) =>
    s('text', { ...text, x, y, ...properties }, words);
  const labels = [
    ...names.map((each) =>
      set(each.text, each.x, each.y, { textAnchor: 'middle', fontStyle: 'italic' }),
    ),
    ...borders.map((each) => set(each.text, each.x, each.y, { fontStyle: 'italic' })),
    ...places.flatMap((each) => [
      s('circle', { cx: each.dot.x, cy: each.dot.y, r: 6, fill: colors.ink, stroke: colors.sea }),
      set(each.text, each.x, each.y + 8, { textAnchor: each.side === 'left' ? 'end' : 'start' }),
    ]),
    ...beyond.flatMap((each) => [
      s('path', {
        d: 'M26 0H-20m12-9L-22 0l14 9',
        transform: `translate(${each.x} ${each.y}) rotate(${each.angle + 180})`,
        fill: 'none',
        stroke: colors.ink,
        strokeWidth: 2,
      }),
      set(`${each.text}, ${distance(each.distance)}`, each.x + 32, each.y + 8, {
        fontStyle: 'italic',
      }),
    ]),
  ];
  const { width, height } = drawing;
  const size = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  };
  return toHtml(s('svg', size, [...shapes(map), ...labels]), { space: 'svg' });
}

/** What stands inside an `<svg>`, without names: the middle of the map, as a square of 620 units. */
export function mapSquare(spec: MapSpec): { width: number; height: number; svg: string } {
  const { width, height } = drawing;
  const middle = s(
    'g',
    { transform: `translate(${(height - width) / 2} 0)` },
    shapes(drawLocatorMap(spec)),
  );
  return { width: height, height, svg: toHtml(middle, { space: 'svg' }) };
}

function shapes({ countries, borders }: LocatorMap) {
  return [
    s('rect', { width: drawing.width, height: drawing.height, fill: colors.sea }),
    ...countries.map(({ role, path }) =>
      s('path', { d: path, fill: colors[role], stroke: colors.sea, strokeWidth: 1.5 }),
    ),
    ...borders.map(({ path }) =>
      s('path', { d: path, fill: 'none', stroke: colors.ink, strokeWidth: 6 }),
    ),
  ];
}
