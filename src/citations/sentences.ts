/** Sentences of a paragraph, found in the language it is written in (Unicode UAX 29). */

/**
 * The sentence of `text` that ends at or holds each of `offsets` (UTF-16 code units, in any order), with white
 * space folded. A marker behind a full stop belongs to the sentence before it.
 */
export function sentencesAt(text: string, offsets: readonly number[], lang: string): string[] {
  const ends = sentenceEnds(text, lang);
  return offsets.map((offset) => {
    const last = Math.max(offset - 1, 0);
    const index = ends.findIndex((end) => last < end);
    const end = ends[index] ?? text.length;
    return text
      .slice(ends[index - 1] ?? 0, end)
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** A sentence that is a quotation as a whole, without the marks that whoever quotes it gives it again. */
export function withoutOuterQuotes(sentence: string): string {
  const inner = sentence.slice(1, -1);
  const isQuotation = quotes.some(
    ([open, close]) =>
      sentence.startsWith(open) &&
      sentence.endsWith(close) &&
      !inner.includes(open) &&
      !inner.includes(close),
  );
  return isQuotation ? inner : sentence;
}

const quotes = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['"', '"'],
] as const;

function sentenceEnds(text: string, lang: string): number[] {
  // A line end of the source is a space to a reader, and the end of a sentence to UAX 29.
  const line = text.replace(/\s/g, ' ');
  const segments = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(line)];
  return segments
    .filter(({ segment }, index) => {
      const next = segments[index + 1]?.segment ?? '';
      return next === '' || !(abbreviation.test(segment) || /^\p{Ll}/u.test(next));
    })
    .map(({ index, segment }) => index + segment.replace(openedBehind, '').length);
}

/** Without a space between them, UAX 29 gives the quotation mark that opens the next sentence to the last one. */
const openedBehind = /(?<=[。！？][”’」』）]*)[\p{Ps}\p{Pi}]+$/u;

/** UAX 29 ends a sentence after “U.S. ” and “Dr. ”: initials and titles end none. Nor does a question whose next word is small. */
const abbreviation =
  /(?:^|[\s.(“‘])(?:\p{Lu}|e\.g|i\.e|ca|al|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Sen|Rep|St|cf|vs|p|pp|vol|no|No)\.\s+$/u;
