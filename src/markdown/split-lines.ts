import type { PhrasingContent } from 'mdast';

/** The lines of a paragraph as they were typed, whatever stands in them; a line break that was asked for ends one, too. */
export function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)?.push(node);
    else {
      const [first = '', ...others] = node.value.split('\n');
      // Only what is still as it was typed has a place.
      const { position, ...text } = node;
      const whole = position !== undefined && others.length === 0 ? { position } : {};
      if (first !== '') lines.at(-1)?.push({ ...text, value: first, ...whole });
      for (const line of others) lines.push(line === '' ? [] : [{ ...text, value: line }]);
    }
  }
  return lines;
}

/** The line without what `lead` finds at its beginning; `undefined` when it does not begin so. */
export function withoutLead(
  [first, ...rest]: readonly PhrasingContent[],
  lead: RegExp,
): PhrasingContent[] | undefined {
  if (first?.type !== 'text' || !lead.test(first.value)) return undefined;
  const { position: _, ...text } = first;
  const value = first.value.replace(lead, '');
  return value === '' ? rest : [{ ...text, value }, ...rest];
}
