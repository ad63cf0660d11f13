import type { ElementContent } from 'hast';

/** Puts what `replacement` gives for every occurrence of `words` in the text of `nodes`, outside links. */
export function replaceText(
  nodes: readonly ElementContent[],
  words: string,
  replacement: () => ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      if (node.tagName === 'a') return [node];
      return [{ ...node, children: replaceText(node.children, words, replacement) }];
    }
    if (node.type !== 'text') return [node];
    return node.value
      .split(words)
      .flatMap((text, index): ElementContent[] => [
        ...(index === 0 ? [] : replacement()),
        ...(text === '' ? [] : [{ type: 'text' as const, value: text }]),
      ]);
  });
}
