import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import type { CitationItem } from '../citations/citation.ts';
import { readReference } from '../citations/labels.ts';
import { report } from './file-data.ts';
import type { CitationNode } from './mdast-citation.ts';
import type { CrossReference, ReferenceItem } from './mdast-cross-reference.ts';
import { quote, rawEssay, startOf } from './raw-essay.ts';

/** The bibliography, by key. */
type Sources = ReadonlyMap<string, unknown>;

/**
 * Tells references to what the essay numbers from citations, by the first letters of their keys. What has been a key of
 * the bibliography stays one.
 *
 * Input: the citation `[see @fig-tumen; @tbl-trade]`
 * Output: `{ type: 'crossReference', items: [{ label: 'fig-tumen', before: 'see ' }, { label: 'tbl-trade' }] }`
 */
export const remarkCrossReferences: Plugin<[Sources], Root> = (sources) => (tree, file) => {
  const found: { node: CitationNode; parent: Parents | undefined }[] = [];
  visitParents(tree, 'citation', (node, ancestors) => {
    found.push({ node, parent: ancestors.at(-1) });
  });
  const isReference = ({ key }: CitationItem) =>
    !sources.has(key) && readReference(key) !== undefined;
  for (const { node, parent } of found) {
    const { items } = node.citation;
    const first = items.find(isReference);
    // What is wrong with it is reported of the citation.
    if (first === undefined || parent === undefined || node.faults.length > 0) continue;
    if (!items.every(isReference)) {
      const message = `${quote(node)} cites a source and refers to “${first.key}” of the essay in one.`;
      const essay = rawEssay(tree, file);
      const problem = essay.problem(
        'citation-is-well-formed',
        startOf(node),
        quote(node).length - 2,
        message,
      );
      report(file, [{ ...problem, advice: 'Give each brackets of its own.' }]);
      node.citation = {
        ...node.citation,
        items: items.filter((item) => !isReference(item)),
      };
      continue;
    }
    const siblings: Nodes[] = parent.children;
    siblings.splice(siblings.indexOf(node), 1, ...referenceFor(node));
  }
  delete file.data.rawEssay;
};

/** What stands in brackets behind a label is no place in it, but more text. */
function referenceFor(node: CitationNode): PhrasingContent[] {
  const { position } = node;
  const parts = node.isInText ? [node.value] : node.value.split(';');
  const items = node.citation.items.flatMap((item, index) =>
    itemOf(item, parts[index] ?? '', node.isInText === true),
  );
  const value = node.isInText ? node.value : `[${node.value}]`;
  const reference: CrossReference = { type: 'crossReference', value, items };
  return [position === undefined ? reference : { ...reference, position }];
}

function itemOf(
  { key, words, suppressAuthor: isBare }: CitationItem,
  part: string,
  isInText: boolean,
): ReferenceItem[] {
  const read = readReference(key);
  if (read === undefined) return [];
  const at = part.indexOf(words);
  const before = part.slice(0, at).replace(isBare ? /-$/ : '', '');
  const after = part.slice(at + words.length);
  return [
    {
      ...read,
      words,
      isBare,
      before: before.trimStart(),
      after: isInText ? after : after.trimEnd(),
    },
  ];
}
