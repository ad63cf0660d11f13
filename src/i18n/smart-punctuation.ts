/**
 * Straight quotation marks, hyphens in rows and three dots as the signs of a language. Which sign is meant is told as
 * Pandoc tells it (https://pandoc.org/MANUAL.html#extension-smart); an apostrophe is one in every language, which is
 * why a library that knows opening and closing alone does not do.
 */
import { type Punctuation, punctuationOf } from './quotation-marks.ts';

export interface PunctuationEdit {
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Stands for what is no text and is not to be changed, such as code: a letter to what is around it. */
export const opaque = '\u{fffc}';

export function smartPunctuation(text: string, lang: string): string {
  let smart = '';
  let from = 0;
  for (const { start, end, text: sign } of punctuationEdits(text, () => lang)) {
    smart += text.slice(from, start) + sign;
    from = end;
  }
  return smart + text.slice(from);
}

/** `langAt` is the language at an offset: words in another have the signs of their own. */
export function punctuationEdits(
  text: string,
  langAt: (offset: number) => string,
): PunctuationEdit[] {
  const open: { mark: string; signs: Punctuation }[] = [];
  let opened = -1;
  return [...text.matchAll(typed)].flatMap(({ 0: mark, index: start }): PunctuationEdit[] => {
    const end = start + mark.length;
    const lang = langAt(start);
    const here = punctuationOf(lang);
    const edit = (sign: string) => [{ start, end, text: sign }];
    if (mark.startsWith('.')) return edit(here.ellipsis);
    const before = start === opened ? '' : (/.$/su.exec(text.slice(0, start))?.[0] ?? '');
    const after = text.slice(end);
    if (mark.startsWith('-')) {
      const isSpaced = /\s/.test(before) && /^\s/.test(after);
      return edit(mark === '---' ? here.longDash : isSpaced ? here.spacedDash : here.dash);
    }
    const kind = mark === '"' ? 'double' : 'single';
    if (kind === 'single' && isApostrophe(before, after, lang)) return edit('’');
    const index = open.findLastIndex((each) => each.mark === mark);
    const isBeforeWord = /^(?:\.{3}|[^\s\p{Pe}\p{Pf},;:.!?…])/u.test(after);
    const isBehindGap = /^$|[\s\p{Ps}\p{Pi}\p{Pd}/]/u.test(before);
    const isEastern = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(before) && index < 0;
    if (isBeforeWord && (isBehindGap || (isEastern && kind === 'double'))) {
      open.push({ mark, signs: here });
      opened = end;
      return edit(here[kind][0]);
    }
    const signs = open[index]?.signs;
    if (signs !== undefined) {
      open.length = index;
      return edit(signs[kind][1]);
    }
    // Of a dog's bone, or of inches.
    if (kind === 'single') return /\p{L}/u.test(before) ? edit('’') : [];
    return before === '' || /\d/.test(before) ? [] : edit(here.double[1]);
  });
}

const typed = /["']|(?<!-)-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)/g;

/** In a word, in a decade, and where English leaves out the beginning of a word. */
function isApostrophe(before: string, after: string, lang: string): boolean {
  if (/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  if (/^\d0s\b/.test(after)) return true;
  return /^en(?:-|$)/.test(lang) && /^(?:tis|twas|twere|em|til)\b/i.test(after);
}
