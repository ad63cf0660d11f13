import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { toPlain } from '../bibliography/rich-text.ts';
import type { CslItem, CslName } from '../bibliography/source.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import './file-data.ts';
import type { CitationNode } from './mdast-citation.ts';

/** The bibliography, by key. */
type Sources = ReadonlyMap<string, { readonly item: CslItem }>;

/**
 * Names the author where a source is cited without brackets, as Pandoc does; the note that follows need not repeat the
 * name. In a note the citation itself stands there. What is no key of the bibliography stays text, and when it is meant
 * as one, a citation to be reported.
 *
 * Input: `As @kim2019 [p. 12] says, @somebody`
 * Output: `As Kim[-@kim2019, p. 12] says, @somebody`
 */
export const remarkAuthorsInText: Plugin<[Sources], Root> = (sources) => (tree, file) => {
  const found: { node: Nodes; parents: Parents[] }[] = [];
  visitParents(tree, 'citation', (node, parents) => {
    if (node.isInText) found.push({ node, parents: [...parents] });
  });
  for (const { node, parents } of found) {
    const parent = parents.at(-1);
    if (parent === undefined || node.type !== 'citation') continue;
    const siblings: Nodes[] = parent.children;
    const index = siblings.indexOf(node);
    const [item, ...others] = node.citation.items;
    const source = sources.get(item?.key ?? '');
    if (item === undefined || source === undefined) {
      if (isMeantAsCitation(node, item?.key ?? '', sources)) continue;
      siblings[index] = { type: 'text', value: node.value, position: node.position };
    } else if (!parents.some(({ type }) => type === 'footnoteDefinition')) {
      const name = authorsOf(source.item, file.data.lang ?? 'en');
      const text: Text = { type: 'text', value: name };
      const { items: _, text: typed } = node.citation;
      node.citation = { text: `-${typed}`, items: [{ ...item, suppressAuthor: true }, ...others] };
      node.name = name;
      siblings.splice(index, 0, text);
    }
  }
};

/** A word behind an `@` may be anybody's name elsewhere. */
function isMeantAsCitation({ value }: CitationNode, key: string, sources: Sources): boolean {
  return /^@\{|\]$/.test(value) || nearestMatch(key, sources.keys()) !== undefined;
}

/** Three names at most, or one and “et al.”. */
function authorsOf(item: CslItem, lang: string): string {
  const names = namesInText(item);
  const words = loadMessages(lang, lang);
  const [first = ''] = names;
  return names.length > 3 ? words.andOthers(first) : words.list(names);
}

/** Whoever made a source, by family names; when nobody is named, its title or key. Nothing else of it is in a text. */
export function namesInText({ id, author, editor, title = '' }: CslItem): string[] {
  const names = (author ?? editor ?? []).map(familyName).filter((name) => name !== '');
  return names.length > 0 ? names : [toPlain(title).trim() || id];
}

function familyName({ family, literal, given, ...name }: CslName): string {
  if (literal !== undefined) return toPlain(literal);
  const particle = name['non-dropping-particle'];
  return toPlain([particle, family ?? given].filter((part) => typeof part === 'string').join(' '));
}
