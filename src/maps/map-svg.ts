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

export interface MapLabel {
  readonly text: string;
  /** Where its line begins, has its middle or ends, as `anchor` says, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly isItalic: boolean;
}

/** A map of 1,000 by 620 units, whose words whoever prints it sets in a font of his own. */
export interface MapDrawing {
  /** A whole SVG document. */
  readonly svg: string;
  /** To be set at a size of 26 units. */
  readonly labels: readonly MapLabel[];
}

/** `distance` says kilometres in the language of the map. */
export function mapDrawing(spec: MapSpec, distance: (kilometres: number) => string): MapDrawing {
  const map = drawLocatorMap(spec);
  const { names, places, borders, beyond } = map;
  const { width, height } = drawing;
  const xmlns = 'http://www.w3.org/2000/svg';
  const size = { xmlns, width, height, viewBox: `0 0 ${width} ${height}` };
  const marks = [
    ...places.map(({ dot }) =>
      s('circle', { cx: dot.x, cy: dot.y, r: 6, fill: colors.ink, stroke: colors.sea }),
    ),
    ...beyond.map(({ x, y, angle }) =>
      s('path', {
        d: 'M26 0H-20m12-9L-22 0l14 9',
        transform: `translate(${x} ${y}) rotate(${angle + 180})`,
        fill: 'none',
        stroke: colors.ink,
        strokeWidth: 2,
      }),
    ),
  ];
  const labels = [
    ...names.map(({ text, x, y }) => ({ text, x, y, anchor: 'middle', isItalic: true }) as const),
    ...borders.map(({ text, x, y }) => ({ text, x, y, anchor: 'start', isItalic: true }) as const),
    ...places.map(({ text, x, y, side }) => {
      const anchor = side === 'left' ? 'end' : 'start';
      return { text, x, y: y + 8, anchor, isItalic: false } as const;
    }),
    ...beyond.map((each) => {
      const text = `${each.text}, ${distance(each.distance)}`;
      return { text, x: each.x + 32, y: each.y + 8, anchor: 'start', isItalic: true } as const;
    }),
  ];
  return { svg: toHtml(s('svg', size, [...shapes(map), ...marks]), { space: 'svg' }), labels };
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
