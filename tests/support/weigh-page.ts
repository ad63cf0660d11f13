import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes of a first round trip: ten segments of 1,460 bytes (RFC 6928). */
export const firstRoundTrip = 14_600;

/** Bytes that a map may take of it. */
export const mapBudget = 4000;

/** Bytes after Brotli (RFC 7932) at the quality that static hosts precompress with. */
export function weigh(text: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(text, { params }).length;
}

/** What each part adds to the page: the page, less the page without it. */
export function weighParts(html: string): Record<string, number> {
  const whole = weigh(html);
  const parts = {
    styles: /<style\b.*?<\/style>/gs,
    scripts: /<script\b.*?<\/script>/gs,
    map: /<svg\b.*?<\/svg>/gs,
    notes: /<section [^>]*doc-endnotes.*?<\/section>/gs,
    text: /<p id="p\d+">.*?<\/p>/gs,
    head: /<(?:meta|link|title)\b[^>]*>/g,
  };
  const added = Object.entries(parts).map(([name, part]) => [
    name,
    whole - weigh(html.replaceAll(part, '')),
  ]);
  return { whole, ...Object.fromEntries(added) };
}
