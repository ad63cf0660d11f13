/** The tags of a built page where they stand in its text, for everything that looks at pages or edits them. */
import { Parser } from 'htmlparser2';

export interface Attribute {
  /** In lower case. */
  readonly name: string;
  /** Without character references. */
  readonly value: string;
  /** Index in the page of the first character of its name, and after its last. */
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Index in the page of its `<`, and after its `>`. */
  readonly start: number;
  readonly end: number;
  /** The text directly inside it, without character references; of a style or a script, all of it as it is. */
  readonly text: string;
  /** Whether other tags are inside it. */
  readonly hasTags: boolean;
  /** Whether what is inside it is shown as it was typed: code and the like. */
  readonly isVerbatim: boolean;
}

/** In the order of their beginnings. */
export function readTags(html: string): Tag[] {
  const tags: OpenTag[] = [];
  const open: OpenTag[] = [];
  let attributes: Attribute[] = [];
  let start = 0;
  const parser = new Parser({
    onopentagname: () => {
      start = parser.startIndex;
      attributes = [];
    },
    onattribute: (name, value) => {
      attributes.push({ name, value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag: (name) => {
      const parent = open.at(-1);
      if (parent !== undefined) parent.hasTags = true;
      const isVerbatim = parent?.isVerbatim === true || verbatim.has(name);
      const end = parser.endIndex + 1;
      const tag = { name, attributes, start, end, text: '', hasTags: false, isVerbatim };
      tags.push(tag);
      open.push(tag);
    },
    ontext: (text) => {
      const tag = open.at(-1);
      if (tag !== undefined) tag.text += text;
    },
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(html);
  return tags;
}

export function attributeOf(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

/** The page with pieces of it exchanged; `edits` are in order and do not overlap. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let edited = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    edited += html.slice(from, start) + text;
    from = end;
  }
  return edited + html.slice(from);
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

type OpenTag = { -readonly [Key in keyof Tag]: Tag[Key] };

const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'style', 'script', 'template']);
