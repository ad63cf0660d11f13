/**
 * `{#fig-tumen .wide lang=ru}`, Pandoc's attributes, as one token of Markdown text, before MDX takes its brace for
 * that of code. What they belong to stands before them: see `remark-attributes.ts`.
 * https://pandoc.org/MANUAL.html#extension-attributes
 */
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributes: 'attributes';
  }
}

export interface Attributes {
  /** Without its `#`. */
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

const leftBrace = 123;
const rightBrace = 125;

export const attributes: Construct = {
  name: 'attributes',
  tokenize(effects, ok, nok) {
    const begin = this.now();
    const inside = (code: Code): State | undefined => {
      if (code === null || code === leftBrace || markdownLineEnding(code)) return nok(code);
      effects.consume(code);
      return code === rightBrace ? end : inside;
    };
    const end = (code: Code): State | undefined => {
      const typed = this.sliceSerialize({ start: begin, end: this.now() });
      if (readAttributes(typed) === undefined) return nok(code);
      effects.exit('attributes');
      return ok(code);
    };
    return (code) => {
      if (code !== leftBrace) return nok(code);
      effects.enter('attributes');
      effects.consume(code);
      return inside;
    };
  },
};

export function micromarkAttributes(): Extension {
  return { text: { [leftBrace]: attributes } };
}

const part =
  /\s*(?:#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.-]*)|\.([\p{L}_-][\p{L}\p{N}_-]*)|([a-z][\w:-]*)=(?:"([^"]*)"|([^\s"'{}]+)))(?=\s|$)/uy;

/** Reads `{#id .class name=value}`; `undefined` when it is anything else, such as code. */
export function readAttributes(typed: string): Attributes | undefined {
  const text = typed.slice(1, -1).trim();
  let id: string | undefined;
  const classes: string[] = [];
  const values = new Map<string, string>();
  part.lastIndex = 0;
  let end = 0;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [, name, className, key, quoted, bare] = found;
    if (name !== undefined) id = name.normalize('NFC');
    if (className !== undefined) classes.push(className);
    if (key !== undefined) values.set(key, quoted ?? bare ?? '');
    end = part.lastIndex;
  }
  return text === '' || end < text.length ? undefined : { id, classes, values };
}
