/** The files that are published of one picture: in sizes for every screen, and one for all else that shows it. */
import { getImage } from 'astro:assets';
import type { ImageMetadata, ImageOutputFormat } from 'astro';

export interface Renditions {
  /** The best first, as browsers take the first they know. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** For editions, feeds and old browsers, without what a camera writes into it; its width is 2,000 pixels at most. */
  readonly file: { readonly src: string; readonly width: number; readonly height: number };
}

const widths = [360, 720, 1080, 1440];
const largest = 2000;

/** The formats of the sizes, and of the file. What may move or may be drawn keeps doing so. */
const formats: Readonly<
  Record<string, { readonly sizes: readonly ImageOutputFormat[]; readonly file: ImageOutputFormat }>
> = {
  jpg: { sizes: ['avif', 'webp'], file: 'jpg' },
  png: { sizes: ['avif', 'webp'], file: 'png' },
  avif: { sizes: ['avif', 'webp'], file: 'webp' },
  webp: { sizes: ['webp'], file: 'webp' },
  gif: { sizes: ['webp'], file: 'gif' },
};

export async function renditionsOf(picture: ImageMetadata): Promise<Renditions> {
  const { src: original, format, width, height } = await look(picture);
  const { sizes, file } = formats[format] ?? {};
  // A drawing has all sizes in itself.
  if (sizes === undefined || file === undefined)
    return { sources: [], file: { src: original, width, height } };
  const sources = sizes.map(async (each) => {
    const { srcSet } = await getImage({ src: picture, format: each, widths: [...widths] });
    return { type: `image/${each}`, srcset: srcSet.attribute };
  });
  const scale = Math.min(1, largest / width);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const { src } = await getImage({ src: picture, format: file, ...size });
  return { sources: await Promise.all(sources), file: { src, ...size } };
}

/** Astro publishes the original of a picture that is asked for anything itself, with all that a camera wrote into it. */
async function look(picture: ImageMetadata): Promise<Omit<ImageMetadata, 'orientation'>> {
  const { src } = (await getImage({ src: picture })).options;
  // A drawing is a component, too, which has the same properties.
  if (typeof src === 'string') throw new Error(`The picture ${src} is no file.`);
  return src;
}
