/** Sources that a page describes for Zotero: OpenURL ContextObjects in spans (Z39.88-2004). */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Remark } from './document.ts';
import { attribute, hasClass } from './hast.ts';

const genres = new Set(
  'article book bookitem conference dissertation proceeding report'.split(' '),
);

/** How many there are, and how they are had: no note is known to mean one of them. */
export function offerCoins(tree: Root): Remark[] {
  let count = 0;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'span' || !hasClass(node, /(?:^|\s)Z3988(?:\s|$)/)) return;
    const said = new URLSearchParams(attribute(node, 'title'));
    const hasTitle = ['rft.atitle', 'rft.title', 'rft.btitle'].some((field) =>
      said.get(field)?.trim(),
    );
    if (hasTitle && genres.has(said.get('rft.genre')?.trim() ?? '')) count += 1;
  });
  if (count === 0) return [];
  const what = count === 1 ? 'a source' : `${count} sources`;
  return [
    {
      kind: 'offered',
      message: `The page describes ${what} for Zotero: save it there, and npm run cite adds the export.`,
    },
  ];
}
