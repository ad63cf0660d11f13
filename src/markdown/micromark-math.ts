/**
 * `$x$` and `$$x$$` as one token, by Pandoc's rule: what opens has no space behind it, and what closes has none before
 * it and no digit behind it, so that “$5 and $6” stays text. `$$` at the beginning of a line begins a block, whose label
 * may follow its end. https://pandoc.org/MANUAL.html#math
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import { attributes } from './micromark-attributes.ts';
import { tokenizeMathLines } from './tokenize-math-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathBlock: 'mathBlock';
    mathData: 'mathData';
    mathSequence: 'mathSequence';
    mathText: 'mathText';
  }
}

const dollar = 36;

const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;

/** A dollar right behind a letter or a digit, as in `5$`, opens nothing, which Pandoc is less careful about. */
function isNoWord(code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

export function micromarkMath(): Extension {
  return {
    flow: { [dollar]: { name: 'mathBlock', concrete: true, tokenize: tokenizeBlock } },
    text: { [dollar]: { name: 'mathText', tokenize: tokenizeText, previous: isNoWord } },
  };
}

function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  let size = 0;
  let closed = 0;
  return (code) => {
    effects.enter('mathText');
    effects.enter('mathSequence');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code === dollar && size < 3) {
      size += 1;
      effects.consume(code);
      return open;
    }
    effects.exit('mathSequence');
    if (size > 2 || code === null) return nok(code);
    if (size === 1 && (markdownSpace(code) || markdownLineEnding(code))) return nok(code);
    return lines(code);
  }

  function lines(code: Code): State | undefined {
    const isSpace = (before: Code) => markdownSpace(before) || markdownLineEnding(before);
    const mayEnd = (before: Code) => size > 1 || !isSpace(before);
    return tokenizeMathLines(context, effects, mayEnd, close, nok)(code);
  }

  function close(code: Code): State | undefined {
    closed = 0;
    effects.enter('mathSequence');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === dollar && closed < size) {
      closed += 1;
      effects.consume(code);
      return sequence;
    }
    effects.exit('mathSequence');
    if (closed < size || (size === 1 && isDigit(code))) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
}

function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  return (code) => {
    // In a paragraph it is a part of that.
    if (context.interrupt) return nok(code);
    effects.enter('mathBlock');
    effects.enter('mathSequence');
    effects.consume(code);
    return second;
  };

  function second(code: Code): State | undefined {
    if (code !== dollar) return nok(code);
    effects.consume(code);
    effects.exit('mathSequence');
    return tokenizeMathLines(context, effects, () => true, close, nok);
  }

  function close(code: Code): State | undefined {
    effects.enter('mathSequence');
    effects.consume(code);
    return closeSecond;
  }

  function closeSecond(code: Code): State | undefined {
    if (code !== dollar) return nok(code);
    effects.consume(code);
    effects.exit('mathSequence');
    return after;
  }

  function after(code: Code): State | undefined {
    if (markdownSpace(code)) return effects.attempt(space, after, nok)(code);
    return effects.attempt(attributes, end, end)(code);
  }

  function end(code: Code): State | undefined {
    if (markdownSpace(code)) return effects.attempt(space, end, nok)(code);
    if (code !== null && !markdownLineEnding(code)) return nok(code);
    effects.exit('mathBlock');
    return ok(code);
  }
}

const space: Construct = {
  partial: true,
  tokenize(effects, ok) {
    const more = (code: Code): State | undefined => {
      if (!markdownSpace(code)) {
        effects.exit('whitespace');
        return ok(code);
      }
      effects.consume(code);
      return more;
    };
    return (code) => {
      effects.enter('whitespace');
      return more(code);
    };
  },
};
