/**
 * `[see @key, p. 3]` as one token of Markdown text. The tokenizer takes a bracketed run that holds an
 * `@key`, on one or more lines of a paragraph, with escapes and balanced brackets inside. It leaves everything
 * else (links, notes, e-mail addresses in brackets, `\[@escaped]`) to CommonMark and GFM.
 */

import { markdownLineEnding } from 'micromark-util-character';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { looksLikeCitation } from '../citations/citation.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationMarker: 'citationMarker';
    citationText: 'citationText';
  }
}

const leftBracket = 91;
const rightBracket = 93;
const exclamationMark = 33;
const leftBrace = 123;
const leftParenthesis = 40;
const caret = 94;
const backslash = 92;

const citation: Construct = { name: 'citation', tokenize: tokenizeCitation };

/** `Stop![@kim2019]`: an exclamation mark before a citation is one, and does not begin a picture. */
const exclamation: Construct = {
  name: 'exclamationBeforeCitation',
  tokenize(effects, ok, nok) {
    const beforeCitation = (code: Code) =>
      code === leftBracket ? effects.check(citation, ok, nok)(code) : nok(code);
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return beforeCitation;
    };
  },
};

export function micromarkCitation(): Extension {
  return { text: { [exclamationMark]: exclamation, [leftBracket]: citation } };
}

function tokenizeCitation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  let opening: Token;
  let words = '';
  let depth = 0;
  return start;

  function start(code: Code): State | undefined {
    opening = effects.enter('citation');
    effects.enter('citationMarker');
    effects.consume(code);
    effects.exit('citationMarker');
    return first;
  }

  function first(code: Code): State | undefined {
    if (code === caret || code === rightBracket || markdownLineEnding(code)) return nok(code);
    effects.enter('citationText');
    return text(code);
  }

  function text(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === rightBracket && depth === 0) {
      effects.exit('citationText');
      words = context.sliceSerialize({ start: opening.start, end: context.now() });
      return looksLikeCitation(words) ? end(code) : nok(code);
    }
    if (markdownLineEnding(code)) {
      effects.exit('citationText');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return lineStart;
    }
    if (code === leftBracket) depth += 1;
    if (code === rightBracket) depth -= 1;
    effects.consume(code);
    return code === backslash ? escaped : text;
  }

  function escaped(code: Code): State | undefined {
    if (code !== leftBracket && code !== rightBracket && code !== backslash) return text(code);
    effects.consume(code);
    return text;
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    effects.enter('citationText');
    return text(code);
  }

  function end(code: Code): State | undefined {
    effects.enter('citationMarker');
    effects.consume(code);
    effects.exit('citationMarker');
    effects.exit('citation');
    return after;
  }

  /** `[write to @anna](https://…)` is a link, and `[words[@kim2019]]{lang=ru}` a span; `[@kim2019](…)` is neither. */
  function after(code: Code): State | undefined {
    const isOther = code === leftParenthesis || code === leftBrace;
    return isOther && !/^\[-?@/.test(words) ? nok(code) : ok(code);
  }
}
