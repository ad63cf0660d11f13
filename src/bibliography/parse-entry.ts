/** One entry of BibTeX as Citation.js parses it: its fields as they are typed. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { z } from 'zod';

const parsedEntry = z.looseObject({
  type: z.string(),
  label: z.string(),
  properties: z.record(z.string(), z.coerce.string()),
  annotations: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});

const parsedEntries = z.array(parsedEntry);

export type ParsedEntry = z.infer<typeof parsedEntry>;

/** `strings` are the definitions it needs. */
export function parseEntry(
  text: string,
  strings: string,
): { entry: ParsedEntry } | { offset: number; reason: string } {
  try {
    const read = plugins.input.data(strings + text, '@biblatex/text');
    const [entry] = parsedEntries.parse(read);
    return entry === undefined ? { offset: 0, reason: 'it has no key' } : { entry };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const match = /^(.*) at line (\d+) col (\d+)/.exec(error.message);
    if (match === null) return { offset: 0, reason: error.message.split('\n')[0] ?? '' };
    const lines = (strings + text).split('\n').slice(0, Number(match[2]) - 1);
    const lineStart = lines.reduce((offset, line) => offset + line.length + 1, 0);
    const offset = Math.max(0, lineStart + Number(match[3]) - 1 - strings.length);
    return { offset: Math.min(offset, text.length), reason: plainReason(match[1] ?? '') };
  }
}

/** A reason as Citation.js gives it, in plain words. */
export function plainReason(reason: string): string {
  const words: Record<string, string> = {
    rbrace: 'a closing brace',
    lbrace: 'an opening brace',
    identifier: 'a word',
    label: 'a key',
    comma: 'a comma',
    equals: 'an equals sign',
    quote: 'a quotation mark',
    EOF: 'the end of the entry',
    text: 'text',
  };
  return reason.replaceAll('"', '').replace(/\b\w+\b/g, (word) => words[word] ?? word);
}
