/** A locator map as SVG with its own colours, for what knows none of the page's styles: prints and pictures. */

import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { arrowPath } from './arrows.ts';
import { dotRadius, drawAtlas, ringRadius } from './atlas.ts';
import type { MapWords } from './features.ts';
import { faceOf } from './label.ts';
import type { Label } from './lettering.ts';
import { drawLocatorMap, drawShapes, type MapShapes } from './locator-map.ts';
import type { MapSpec } from './map-spec.ts';
import { drawing, views } from './views.ts';

/** The colours of the page (`styles/tokens.css`); the water is the paper's. */
const colors = {
  other: '#e6dfcf',
  related: '#cfc4ab',
  subject: '#7d1d12',
  ink: '#1f1b16',
  quiet: '#585044',
  chalk: '#fff8f2',
};
const white = '#fff';

export interface PrintLabel {
  readonly text: string;
  /** Where its line begins, has its middle or ends, as `anchor` says, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  /** Space after each letter. */
  readonly tracking: number;
  readonly isItalic: boolean;
  readonly color: string;
  /** Of the ground that keeps it apart from what it crosses. */
  readonly halo: string | null;
}

/** A map whose words whoever prints it sets in a font of his own. */
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  /** A whole SVG document. */
  readonly svg: string;
  readonly labels: readonly PrintLabel[];
}

export function mapDrawing(spec: MapSpec, words: MapWords): MapDrawing {
  const map = drawLocatorMap(spec, words);
  const { labels, arrows } = map.letterings.wide;
  const { crop, textSize } = views.wide;
  const { width, height } = crop;
  const xmlns = 'http://www.w3.org/2000/svg';
  const size = { xmlns, width, height, viewBox: `0 0 ${width} ${height}` };
  const drawn = s('g', { transform: `translate(${-crop.x} ${-crop.y})` }, [
    ...ground(map, white),
    ...map.dots.flatMap(({ x, y }) => [
      s('circle', { cx: x, cy: y, r: dotRadius + 2, fill: white }),
      s('circle', { cx: x, cy: y, r: dotRadius, fill: colors.ink }),
    ]),
    ...arrows.map(({ x, y, angle }) => {
      const transform = `translate(${x} ${y}) rotate(${angle})`;
      return s('path', { d: arrowPath, transform, ...line(colors.quiet, 3) });
    }),
  ]);
  return {
    width,
    height,
    svg: toHtml(s('svg', size, drawn), { space: 'svg' }),
    labels: labels.map((label) => printed(label, crop, textSize)),
  };
}

/** What stands inside an `<svg>`, without cities and names: the middle of the map, as a square, on `paper`. */
export function mapSquare(spec: MapSpec, paper: string) {
  const { width, height } = drawing;
  const transform = `translate(${(height - width) / 2} 0)`;
  const middle = s('g', { transform }, ground(drawShapes(drawAtlas(spec)), paper));
  return { width: height, height, svg: toHtml(middle, { space: 'svg' }) };
}

/**
 * The middle of the map for a list of essays, a few rem wide: without names and cities, its lines and rings broader, in
 * the colours of day or night. A whole SVG document.
 */
export function mapThumbnail(spec: MapSpec): string {
  const { countries, borders, rings } = drawShapes(drawAtlas(spec));
  const { width, height } = thumbnail;
  const xmlns = 'http://www.w3.org/2000/svg';
  const drawn = [
    s('style', thumbnailStyle),
    ...countries.flatMap(({ role, path }) => (path === '' ? [] : [s(`path.${role}`, { d: path })])),
    ...borders.map((path) => s('path.line', { d: path })),
    ...rings.map(({ x, y }) => s('circle.line', { cx: x, cy: y, r: 2 * ringRadius })),
  ];
  const viewBox = `${(drawing.width - width) / 2} ${(drawing.height - height) / 2} ${width} ${height}`;
  return toHtml(s('svg', { xmlns, viewBox, width, height }, drawn), { space: 'svg' });
}

/** In units of the drawing. */
export const thumbnail = { width: 620, height: 465 };

/** The colours of `styles/tokens.css`. */
const thumbnailStyle =
  'path{stroke:#fbf9f4;stroke-width:4}.other{fill:#e6dfcf}.related{fill:#cfc4ab}.subject{fill:#7d1d12}' +
  '.line{fill:none;stroke:#1f1b16;stroke-width:8}@media(prefers-color-scheme:dark){path{stroke:#15130f}' +
  '.other{fill:#2b2720}.related{fill:#4a4336}.subject{fill:#a5584a}.line{stroke:#e8e2d6}}';

function ground({ countries, borders, rings }: MapShapes, sea: string) {
  return [
    s('rect', { width: drawing.width, height: drawing.height, fill: sea }),
    ...countries.map(({ role, path }) =>
      s('path', { d: path, fill: colors[role], stroke: sea, strokeWidth: 1.5 }),
    ),
    ...borders.flatMap((path) => [
      s('path', { d: path, ...line(sea, 8) }),
      s('path', { d: path, ...line(colors.ink, 3.5) }),
    ]),
    ...rings.flatMap(({ x, y }) => [
      s('circle', { cx: x, cy: y, r: ringRadius, ...line(sea, 8) }),
      s('circle', { cx: x, cy: y, r: ringRadius, ...line(colors.ink, 2.5) }),
    ]),
  ];
}

function line(stroke: string, strokeWidth: number) {
  return { fill: 'none', stroke, strokeWidth };
}

function printed(
  { text, x, y, anchor, kind, isCrossing, isOnSubject }: Label,
  corner: { readonly x: number; readonly y: number },
  textSize: number,
): PrintLabel {
  const face = faceOf(kind, text);
  const size = textSize * face.size;
  const own = { subject: colors.subject, place: colors.ink }[kind as 'subject' | 'place'];
  return {
    text: face.isUppercase ? text.toUpperCase() : text,
    x: x - corner.x,
    y: y - corner.y + size / 3,
    anchor,
    size,
    tracking: face.tracking * size,
    isItalic: kind === 'water',
    color: isOnSubject ? colors.chalk : (own ?? colors.quiet),
    halo: isCrossing ? white : null,
  };
}
