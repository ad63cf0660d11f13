import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import type { EditionDocument } from '../../../src/editions/document.ts';
import { packImages } from '../../../src/editions/pack-images.ts';
import { editionDocument } from '../../support/edition-document.ts';

const document = await editionDocument();

async function pack(picture: Buffer): Promise<{ name: string; bytes: Uint8Array }> {
  const images: EditionDocument['images'] = { '/a': picture.toString('base64') };
  const [[name, bytes] = ['', new Uint8Array()]] = (await packImages({ ...document, images }))
    .files;
  return { name, bytes };
}

/** What no compression makes small. */
function noise(width: number, height: number): Sharp {
  let state = 1;
  const grain = Buffer.alloc(width * height * 3).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return sharp(grain, { raw: { width, height, channels: 3 } });
}

const drawing = (background: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="${background}"/><path d="M10 190L390 10" stroke="#333"/></svg>`,
    ),
  );

it('makes a JPEG of a photograph in whatever format, no wider than 2,000 pixels', async () => {
  const { name, bytes } = await pack(await noise(200, 20).resize(2400, 240).webp().toBuffer());

  expect(name).toBe('image-1.jpg');
  expect(await sharp(bytes).metadata()).toMatchObject({
    format: 'jpeg',
    width: 2000,
    height: 200,
  });
});

it('leaves a JPEG as it is but for the header that Pandoc reads its size from', async () => {
  const jpeg = await noise(30, 20).jpeg().toBuffer();

  const { bytes } = await pack(jpeg);

  expect(Buffer.from(bytes.subarray(6, 10)).toString()).toBe('JFIF');
  expect(Buffer.from(bytes.subarray(20))).toEqual(jpeg.subarray(2));
});

it('turns a photograph as its camera was held', async () => {
  const { bytes } = await pack(
    await noise(30, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  );

  const { width, height, exif } = await sharp(bytes).metadata();
  expect({ width, height, exif }).toEqual({ width: 20, height: 30, exif: undefined });
});

it('keeps lines and letters sharp, and what is transparent transparent', async () => {
  const opaque = await pack(await drawing('white').png().toBuffer());
  const transparent = await pack(await drawing('none').webp().toBuffer());

  expect([opaque.name, transparent.name]).toEqual(['image-1.png', 'image-1.png']);
  expect((await sharp(transparent.bytes).stats()).isOpaque).toBe(false);
});

it('has the beginning of what moves', async () => {
  const frames = ['red', 'blue'].map((background) =>
    sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();

  const { name, bytes } = await pack(gif);

  expect(name).toBe('image-1.png');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 4, height: 4 });
});
