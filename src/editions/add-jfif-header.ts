/**
 * A JPEG as Pandoc wants it: with the header of JFIF, without which it takes every picture to be 300 by 200 points.
 * Encoders leave it out where they leave out all that a camera writes.
 */
export function addJfifHeader(jpeg: Uint8Array): Uint8Array {
  const hasHeader = jpeg[2] === 0xff && (jpeg[3] === 0xe0 || jpeg[3] === 0xe1);
  return hasHeader ? jpeg : Buffer.concat([jpeg.subarray(0, 2), header, jpeg.subarray(2)]);
}

/** Version 1.2, at 72 dots an inch, without a thumbnail. */
const header = Buffer.from('ffe000104a46494600010201004800480000', 'hex');
