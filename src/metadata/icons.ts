/** The site's icon in the sizes and formats that systems ask for, all drawn from `public/favicon.svg`. */
import { createRequire } from 'node:module';
import type { SiteIdentity } from '../site.ts';

const load = createRequire(import.meta.url);

const paper = '#fbf9f4';

/** The icon as a square PNG: some systems paint black behind what is transparent. */
/** `svg` is the text of `favicon.svg`, `width` in pixels. */
export function drawIcon(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const { Resvg }: typeof import('@resvg/resvg-js') = load('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: paper,
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(image.render().asPng());
}

/** The icon for browsers without SVG: an ICO file that holds one PNG. */
export function drawFavicon(svg: string): Uint8Array<ArrayBuffer> {
  const size = 32;
  const png = drawIcon(svg, size);
  const head = new DataView(new ArrayBuffer(22));
  // ICONDIR: an icon, one picture. ICONDIRENTRY: width, height, planes, bits a pixel, length, offset.
  head.setUint16(2, 1, true);
  head.setUint16(4, 1, true);
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true);
  head.setUint16(12, 32, true);
  head.setUint32(14, png.length, true);
  head.setUint32(18, head.byteLength, true);
  return new Uint8Array([...new Uint8Array(head.buffer), ...png]);
}

/** Web app manifest (https://www.w3.org/TR/appmanifest/), with addresses from where it stands. */
export function toManifest(site: SiteIdentity): string {
  const icons = [192, 512].map((width) => ({
    src: `icon-${width}.png`,
    type: 'image/png',
    sizes: `${width}x${width}`,
  }));
  const manifest = {
    name: site.title,
    description: site.description,
    lang: site.lang,
    start_url: './',
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: [{ src: 'favicon.svg', type: 'image/svg+xml', sizes: 'any' }, ...icons],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
