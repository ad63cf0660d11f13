import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Effects, State, TokenizeContext } from 'micromark-util-types';

const backslash = 92;
const dollar = 36;

/** What stands between the dollars of either: lines of data, none of them blank. `mayEnd` is given what is before a dollar. */
export function tokenizeMathLines(
  context: TokenizeContext,
  effects: Effects,
  mayEnd: (before: Code) => boolean,
  done: State,
  nok: State,
): State {
  let before: Code = null;
  return begin;

  function begin(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === dollar) return mayEnd(before) ? done(code) : nok(code);
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      before = code;
      return lineStart;
    }
    effects.enter('mathData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === dollar) {
      effects.exit('mathData');
      return begin(code);
    }
    before = code;
    effects.consume(code);
    return code === backslash ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code);
    before = null;
    effects.consume(code);
    return data;
  }

  function lineStart(code: Code): State | undefined {
    const isLazy = context.parser.lazy[context.now().line];
    if (isLazy || code === null || markdownLineEnding(code)) return nok(code);
    if (!markdownSpace(code)) return begin(code);
    effects.enter('mathData');
    return indent(code);
  }

  function indent(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    if (!markdownSpace(code)) return data(code);
    effects.consume(code);
    return indent;
  }
}
