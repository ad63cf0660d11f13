import type { ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { checkPrinted } from '../formatting/check-printed.ts';
import type { CitationLibrary } from '../formatting/citation-library.ts';
import type { Severities } from '../problems/problem.ts';
import { stopOn } from './stop-on.ts';

interface Options {
  readonly library: CitationLibrary;
  readonly severities: Severities;
}

/**
 * Fills every citation element with what the citation style prints.
 *
 * Input: `<p><span data-citation="0"></span></p>`
 * Output: `<p>Roblin, Sebastien, “Russia vs. America,” <i>The National Interest</i>, 2018, <a …>…</a>.</p>`
 */
export const rehypeFormatCitations: Plugin<[Options], Root> =
  ({ library, severities }) =>
  async (tree, file) => {
    const citations = file.data.citations ?? [];
    const { formatter, bibliography } = await library.load();
    if (citations.length === 0 || formatter === undefined) return;
    const formatted = await formatter.format(citations);
    stopOn(checkPrinted(citations, formatted, bibliography), library, severities);
    visit(tree, 'element', (node, index, parent) => {
      const which = node.properties['dataCitation'];
      if (which === undefined || index === undefined || parent === undefined) return;
      const content = formatted[Number(which)] ?? [];
      const hasPrefix = citations[Number(which)]?.items[0]?.prefix !== '';
      const isFirst = parent.children.slice(0, index).every(isFurniture);
      const isLast = parent.children.slice(index + 1).every(isFurniture);
      const begun = isFirst && hasPrefix ? withCapital(content) : content;
      const ended = isLast ? begun : withoutFinalStop(begun);
      // What is formatted is shared by all essays that cite it.
      parent.children.splice(index, 1, ...structuredClone(ended));
    });
  };

/** Space, or a back-link: what may follow the last word of a note. */
function isFurniture(node: Root['children'][number]): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'element' && 'dataFootnoteBackref' in node.properties;
}

/** The style ends a citation with a full stop; in the middle of a note the author's own words go on. */
function withoutFinalStop(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('.')) return [...content];
  return [...content.slice(0, -1), { ...last, value: last.value.slice(0, -1) }];
}

/** A note begins with a capital, also when it begins with "see". */
function withCapital(content: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = content;
  if (first?.type !== 'text') return [...content];
  const value = first.value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [{ ...first, value }, ...rest];
}
