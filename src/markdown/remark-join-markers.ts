import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import './file-data.ts';

/**
 * Where a citation is typed behind a space, as it would stand in parentheses, its marker stands at the word, or behind
 * the sign that follows it, as Pandoc has it. What is typed without a space stays in its place.
 *
 * Input: `Blah blah [@doe99].`
 * Output: `Blah blah.[@doe99]`; `file.data.punctuation` lists the changes of the source.
 */
export const remarkJoinMarkers: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file.value);
  const edits = [...(file.data.punctuation ?? [])];
  visitParents(tree, 'citation', (node, parents) => {
    const isInNote = parents.some(({ type }) => type === 'footnoteDefinition');
    const siblings: Nodes[] = parents.at(-1)?.children ?? [];
    const index = siblings.indexOf(node);
    const [before, after] = [siblings[index - 1], siblings[index + 1]];
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (isInNote || node.isInText || start === undefined || end === undefined) return;
    if (before?.type !== 'text' || !/\s$/.test(before.value)) return;
    // A marker follows a word, not another marker, nor the start of a line.
    const words = before.value.trimEnd();
    if (words === '' && !isPhrase(siblings[index - 2])) return;
    const sign = after?.type === 'text' ? signAtStart(after.value) : '';
    before.value = words + sign;
    if (after?.type === 'text') after.value = after.value.slice(sign.length);
    const space =
      /[ \t]*(?:\r?\n[ \t]*(?:>[ \t]*)*)?$/.exec(source.slice(0, start))?.[0].length ?? 0;
    edits.push({ start: start - space, end: start, text: sign });
    if (sign !== '') edits.push({ start: end, end: end + sign.length, text: '' });
  });
  file.data.punctuation = edits;
};

function signAtStart(text: string): string {
  return /^[.,;:!?](?![.,;:!?…])/.exec(text)?.[0] ?? '';
}

function isPhrase(node: Nodes | undefined): boolean {
  return node !== undefined && !['citation', 'footnoteReference', 'break'].includes(node.type);
}
