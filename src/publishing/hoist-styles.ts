/**
 * Style attributes, which the policy forbids because no hash can allow them, as rules of the page's own style
 * element: `<td style="text-align:right">` becomes `<td class="inline-1">` and `.inline-1{text-align:right}`. Markdown makes
 * such attributes of the columns of a table. Only the pages that have them pay for it.
 */
import { applyEdits, type Edit, escapeAttribute, readTags } from './read-tags.ts';

export function hoistStyles(html: string): string {
  if (!html.includes(' style="')) return html;
  const classes = new Map<string, string>();
  const tags = readTags(html);
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
  if (edits.length === 0) return html;
  const rules = [...classes].map(([style, name]) => `.${name}{${style}}`).join('');
  const text = rules.replaceAll('<', '\\3c ');
  // Rules outside of layers win over those inside, as the attribute did.
  return applyEdits(html, edits).replace('</head>', () => `<style>${text}</style></head>`);
}
