/**
 * `@kim2019`, `@{kim/2019}` and `@kim2019 [p. 12]` outside of brackets as one token of Markdown text: the author is
 * named in the prose. A letter, a slash or a hyphen before the `@` makes it part of an address.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    authorInText: 'authorInText';
    authorInTextPart: 'authorInTextPart';
  }
}

const at = 64;
const leftBrace = 123;
const rightBrace = 125;
const leftBracket = 91;
const rightBracket = 93;
const leftParenthesis = 40;
const colon = 58;
const semicolon = 59;
const caret = 94;

const isOf = (pattern: RegExp) => (code: Code) =>
  code !== null && code >= 0 && pattern.test(String.fromCodePoint(code));
const isLetter = isOf(/[\p{L}\p{M}\p{N}_]|[\u{d800}-\u{dfff}]/u);
/** Pandoc's but for `<` and `>`, which are those of an element here. */
const isInner = isOf(/[:.#$%&+?~/-]/);
const beginsAddress = isOf(/[\p{L}\p{M}\p{N}_/\\-]/u);

const authorInText: Construct = {
  name: 'authorInText',
  previous: (code) => !beginsAddress(code),
  tokenize(effects, ok, nok) {
    const end = (code: Code) => {
      effects.exit('authorInText');
      return ok(code);
    };
    const place = (code: Code) => effects.attempt(placeInBrackets, end, end)(code);
    const braced = (code: Code): State | undefined => {
      if (code === null || markdownLineEnding(code) || markdownSpace(code)) return nok(code);
      effects.consume(code);
      return code === rightBrace ? place : braced;
    };
    const key = (code: Code): State | undefined => {
      if (isInner(code)) return effects.check(innerSign, keySign, place)(code);
      return isLetter(code) ? keySign(code) : place(code);
    };
    const keySign = (code: Code): State | undefined => {
      effects.consume(code);
      return key;
    };
    return (code) => {
      effects.enter('authorInText');
      effects.consume(code);
      return (next) => {
        if (next !== leftBrace) return isLetter(next) ? key(next) : nok(next);
        effects.consume(next);
        return braced;
      };
    };
  },
};

/** One sign of a key, which goes on behind it: `smith.2019`, and not the end of a sentence or a dash. */
const innerSign: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const after = (code: Code) => {
      effects.exit('authorInTextPart');
      return isLetter(code) ? ok(code) : nok(code);
    };
    return (code) => {
      effects.enter('authorInTextPart');
      effects.consume(code);
      return after;
    };
  },
};

/** ` [p. 12]` or ` [p. 12; @lee2020]`, when it is no link, no note and no citation of its own. */
const placeInBrackets: Construct = {
  partial: true,
  tokenize(effects: Effects, ok, nok) {
    let isOfOthers = false;
    const inside = (code: Code): State | undefined => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      if ((code === at && !isOfOthers) || code === leftBracket) return nok(code);
      if (code === semicolon) isOfOthers = true;
      effects.consume(code);
      return code === rightBracket ? after : inside;
    };
    const after = (code: Code): State | undefined => {
      effects.exit('authorInTextPart');
      const isLink = code === leftParenthesis || code === leftBracket || code === colon;
      return isLink ? nok(code) : ok(code);
    };
    const bracket = (code: Code): State | undefined => {
      if (code !== leftBracket) return nok(code);
      effects.consume(code);
      return (next) => (next === caret || next === rightBracket ? nok(next) : inside(next));
    };
    return (code) => {
      effects.enter('authorInTextPart');
      if (!markdownSpace(code)) return bracket(code);
      effects.consume(code);
      return bracket;
    };
  },
};

export function micromarkAuthorInText(): Extension {
  return { text: { [at]: authorInText } };
}
