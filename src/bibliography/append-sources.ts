/** New entries at the end of a bibliography, whose text stays as it is. */
import type { BibliographyFile } from './read-bibliography.ts';

/** Behind all that is there, with an empty line between two entries. All of the old text is a prefix of the new. */
export function appendEntries({ text }: BibliographyFile, entries: readonly string[]): string {
  if (entries.length === 0) return text;
  const lineEnd = lineEndOf(text);
  const gap = text.trim() === '' ? '' : lineEnd;
  const ended = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
  const isGapped = /(?:\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/.test(text);
  const added = entries.map((entry) => `${entry.trim()}\n`).join('\n');
  return text + ended + (isGapped ? '' : gap) + withLineEnds(added, lineEnd);
}

/**
 * CSL-JSON at the end of the list that is there, which is to be valid: behind its last item, and before what closes
 * the list.
 */
export function appendItems({ text }: BibliographyFile, items: readonly object[]): string {
  if (items.length === 0) return text;
  const lineEnd = lineEndOf(text);
  const close = text.lastIndexOf(']');
  const before = text.slice(0, close).trimEnd();
  const after = text.slice(before.length);
  const indent = /^\s*\[\s*?[\r\n]+([ \t]+)/.exec(text)?.[1] ?? '  ';
  const written = items.map((item) => indentLines(JSON.stringify(item, null, indent), indent));
  const comma = before.endsWith('[') ? '' : ',';
  const added = `${comma}\n${written.join(',\n')}${/^\s*[\r\n]/.test(after) ? '' : '\n'}`;
  return before + withLineEnds(added, lineEnd) + after;
}

/** Lines as JSON has them: in its strings there may be other signs that end one. */
function indentLines(json: string, indent: string): string {
  return json
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}

/** As the file has them; the first one decides. */
function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function withLineEnds(text: string, lineEnd: string): string {
  return text.replace(/\r\n|\n|\r/g, () => lineEnd);
}
