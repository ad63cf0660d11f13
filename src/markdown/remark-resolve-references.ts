import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { noteOfLabel } from '../citations/labels.ts';
import type { NumberedNote } from '../citations/notes.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import type { CrossReference, ReferenceItem } from './mdast-cross-reference.ts';
import { type Referent, referenceMarkdown, resolveReference } from './resolve-reference.ts';

/**
 * Puts links in the place of references to what has a label; those to notes wait until these have numbers. Reports a
 * label that is nowhere, and one that nothing refers to.
 *
 * Input: `as @fig-tumen shows`
 * Output: `as [Figure 1](#fig-tumen) shows`; `file.data.references` lists the changes of the source
 */
export const remarkResolveReferences: Plugin<[], Root> = () => (tree, file) => {
  const targets = new Map((file.data.targets ?? []).map((target) => [target.label, target]));
  const find = ({ label }: ReferenceItem): Referent | undefined => {
    const target = targets.get(label);
    return target && { anchor: target.label, name: target.name, number: target.number };
  };
  const names = [...targets.keys()];
  const used = replaceReferences(tree, file, names, find, (item) => !isOfNote(item));
  report(file, unusedLabels(tree, file, used));
};

/** The same for references to notes; `notes` are as numbered. */
export function resolveNoteReferences(
  tree: Root,
  file: VFile,
  notes: readonly NumberedNote[],
): void {
  const words = loadMessages(file.data.lang ?? 'en', 'en');
  const targets = file.data.targets ?? [];
  const find = ({ label }: ReferenceItem): Referent | undefined => {
    const target = targets.find((each) => each.label === label);
    if (target !== undefined) return { anchor: label, name: target.name, number: target.number };
    const note = noteNamed(noteOfLabel(label) ?? '', notes);
    if (note === undefined) return undefined;
    return {
      anchor: note.anchor,
      name: words.noteInText(note.number),
      number: String(note.number),
    };
  };
  const names = notes.flatMap(({ anchor, keys }) =>
    [anchor.replace(/^fn-/, ''), ...keys].map((name) => `note-${name}`),
  );
  replaceReferences(tree, file, names, find, () => true);
}

/** Whether any reference to a note is left. */
export function refersToNotes(tree: Root): boolean {
  let isFound = false;
  visit(tree, 'crossReference', () => {
    isFound = true;
  });
  return isFound;
}

function isOfNote({ label }: ReferenceItem): boolean {
  return noteOfLabel(label) !== undefined;
}

/** By its anchor, which a label makes; else the note that cites the key, and in nobody's words if there is one. */
function noteNamed(name: string, notes: readonly NumberedNote[]): NumberedNote | undefined {
  const citing = notes.filter(({ keys }) => keys.includes(name));
  return (
    notes.find(({ anchor }) => anchor === `fn-${name}`) ??
    citing.find(({ kind }) => kind === 'citation') ??
    citing[0]
  );
}

/** Replaces the references all of whose items are `wanted`; answers which labels were referred to. */
function replaceReferences(
  tree: Root,
  file: VFile,
  names: readonly string[],
  find: (item: ReferenceItem) => Referent | undefined,
  wanted: (item: ReferenceItem) => boolean,
): Set<string> {
  const words = loadMessages(file.data.lang ?? 'en', 'en');
  const used = new Set<string>();
  const found: { node: CrossReference; ancestors: Parents[] }[] = [];
  visitParents(tree, 'crossReference', (node, ancestors) => {
    for (const { label } of node.items) used.add(label);
    if (node.items.every(wanted)) found.push({ node, ancestors: [...ancestors] });
  });
  for (const { node, ancestors } of found) {
    report(file, unknownLabels(node, names, find, file.data.name ?? ''));
    const isInLink = ancestors.some(({ type }) => type === 'link' || type === 'linkReference');
    const resolved = resolveReference(node, find, words);
    const nodes = isInLink ? resolved.flatMap(withoutLink) : resolved;
    const siblings: Nodes[] = ancestors.at(-1)?.children ?? [];
    siblings.splice(siblings.indexOf(node), 1, ...nodes);
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const edit = { start: start.offset, end: end.offset, text: referenceMarkdown(nodes) };
    file.data.references = [...(file.data.references ?? []), edit];
  }
  return used;
}

function withoutLink(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'link' ? node.children : [node];
}

function unknownLabels(
  node: CrossReference,
  names: readonly string[],
  find: (item: ReferenceItem) => Referent | undefined,
  file: string,
): Problem[] {
  return node.items
    .filter((item) => find(item) === undefined)
    .map((item) => {
      const { label, words } = item;
      const what = isOfNote(item) ? 'which names no note' : 'which is no label';
      const message = `“${words}” refers to “${label}”, ${what} of the essay.`;
      const place = placeOf(node, words);
      const nearest = nearestMatch(label, names);
      return { rule: 'label-exists', file, place, length: words.length, message, nearest };
    });
}

function placeOf({ position, value }: CrossReference, words: string): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  const before = value.slice(0, Math.max(value.indexOf(words), 0)).split('\n');
  const [last = ''] = before.slice(-1);
  return before.length === 1
    ? { line, column: column + last.length }
    : { line: line + before.length - 1, column: last.length + 1 };
}

function unusedLabels(tree: Root, file: VFile, used: ReadonlySet<string>): Problem[] {
  const linked = new Set(used);
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') linked.add(fragmentOf(node.url));
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
    for (const each of node.attributes)
      if (each.type === 'mdxJsxAttribute' && each.name === 'href')
        if (typeof each.value === 'string') linked.add(fragmentOf(each.value));
  });
  const unused = new Set(
    (file.data.targets ?? []).map(({ label }) => label).filter((label) => !linked.has(label)),
  );
  const problems: Problem[] = [];
  visit(tree, ({ data }) => {
    const typed = data?.attributes;
    if (typed?.id === undefined || !unused.delete(typed.id)) return;
    const { line = 1, column = 1 } = typed.position?.start ?? {};
    const message = `Nothing in the essay refers to the label “${typed.id}”.`;
    problems.push({
      rule: 'label-is-used',
      file: file.data.name ?? '',
      place: { line, column },
      length: typed.value.length,
      message,
    });
  });
  return problems;
}

function fragmentOf(url: string): string {
  if (!url.startsWith('#')) return '';
  try {
    return decodeURIComponent(url.slice(1));
  } catch (error) {
    if (error instanceof URIError) return url.slice(1);
    throw error;
  }
}
