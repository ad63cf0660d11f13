/**
 * Style attributes, which the policy forbids because no hash can allow them, as rules of the page's own style
 * element: `<td style="text-align:right">` becomes `<td class="inline-1">` and `.inline-1{text-align:right}`. Markdown makes
 * such attributes of the columns of a table. Only the pages that have them pay for it.
 */
import { type Edit, escapeAttribute, type Tag } from './read-tags.ts';

export interface HoistedStyles {
  readonly edits: readonly Edit[];
  /** What is to stand at the end of the head; empty when there is nothing to hoist. */
  readonly element: string;
}

/** Whether a page may have a style attribute. */
export function mayHaveStyles(html: string): boolean {
  return html.includes(' style="');
}

export function hoistStyles(tags: readonly Tag[]): HoistedStyles {
  const classes = new Map<string, string>();
  const edits = tags.flatMap(({ attributes }): Edit[] => {
    const style = attributes.find(({ name }) => name === 'style');
    if (style === undefined) return [];
    const own = classes.get(style.value) ?? `inline-${classes.size + 1}`;
    classes.set(style.value, own);
    const list = attributes.find(({ name }) => name === 'class');
    if (list === undefined) return [{ ...style, text: `class="${own}"` }];
    const joined = { ...list, text: `class="${escapeAttribute(`${list.value} ${own}`)}"` };
    return [joined, { ...style, text: '' }].sort((a, b) => a.start - b.start);
  });
  if (edits.length === 0) return { edits, element: '' };
  const rules = [...classes].map(([style, name]) => `.${name}{${style}}`).join('');
  const text = rules.replaceAll('<', '\\3c ');
  // Rules outside of layers win over those inside, as the attribute did.
  return { edits, element: `<style>${text}</style>` };
}
