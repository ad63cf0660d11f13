/**
 * `H~2~O` and `2^nd^`, Pandoc's subscript and superscript, each as one token. There is no space in one but behind a
 * backslash, so that “~5 km or ~6 km” stays text; two tildes are GFM's. https://pandoc.org/MANUAL.html#superscripts-and-subscripts
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    script: 'script';
    scriptMarker: 'scriptMarker';
    scriptText: 'scriptText';
  }
}

const tilde = 126;
const caret = 94;
const backslash = 92;
const brackets: ReadonlySet<Code> = new Set([91, 93]);

export function micromarkScripts(): Extension {
  return { text: { [tilde]: script(tilde), [caret]: script(caret) } };
}

function script(marker: number): Construct {
  return {
    name: 'script',
    previous: (code) => code !== marker,
    tokenize(effects, ok, nok) {
      const isEnd = (code: Code) =>
        code === null || markdownLineEnding(code) || markdownSpace(code) || brackets.has(code);
      const text = (code: Code): State | undefined => {
        if (isEnd(code)) return nok(code);
        if (code === marker) {
          effects.exit('scriptText');
          effects.enter('scriptMarker');
          effects.consume(code);
          effects.exit('scriptMarker');
          effects.exit('script');
          return after;
        }
        effects.consume(code);
        return code === backslash ? escaped : text;
      };
      const escaped = (code: Code): State | undefined => {
        if (code === null || markdownLineEnding(code)) return nok(code);
        effects.consume(code);
        return text;
      };
      const after = (code: Code) => (code === marker ? nok(code) : ok(code));
      return (code) => {
        effects.enter('script');
        effects.enter('scriptMarker');
        effects.consume(code);
        effects.exit('scriptMarker');
        return (next) => {
          if (next === marker || isEnd(next)) return nok(next);
          effects.enter('scriptText');
          return text(next);
        };
      };
    },
  };
}
