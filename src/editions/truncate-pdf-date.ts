/** A PDF says as much of its date as is known, and no more. */
import type { PartialDate } from '../essay/partial-date.ts';

interface FileDates {
  readonly created: PartialDate;
  readonly modified: PartialDate;
}

/**
 * Typst writes whole moments: `D:20190901000000Z`, and `2019-09-01T00:00:00Z` in the metadata. Both formats
 * allow less (ISO 32000-1, 7.9.4; XMP, part 1, 8.2.1.1). Spaces take the place of what goes, so that every
 * offset in the file stays true.
 */
export function truncatePdfDate(pdf: Uint8Array, { created, modified }: FileDates): Uint8Array {
  const isoFor = (name: string) => (name.includes('Mod') ? modified.iso : created.iso);
  // One byte, one character, there and back.
  const text = Buffer.from(pdf).toString('latin1');
  const settled = text
    .replace(/(\/(?:Creation|Mod)Date) \(D:(\d{14}Z)\)/g, (whole, name: string) =>
      `${name} (D:${isoFor(name).replaceAll('-', '')})`.padEnd(whole.length),
    )
    .replace(/<(xmp:(?:Create|Modify)Date)>[^<]*<\/\1>/g, (whole, name: string) =>
      `<${name}>${isoFor(name)}</${name}>`.padEnd(whole.length),
    );
  if (settled.length !== text.length || settled === text) {
    throw new Error('The PDF has no date where one was expected.');
  }
  return Buffer.from(settled, 'latin1');
}
