import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface LabelledMarker {
  readonly node: Nodes;
  readonly label: string;
}

interface Edit {
  /** Offsets in the source, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The prose of an essay as plain Markdown: `source` as its author typed it, but for the markers, which have
 * the names of their notes, the notes, which are left out, what only MDX knows, and `others` that were made of it.
 *
 * Input: `Resolution 84.[@unsc1950] … the Tumen.[^tumen]` and `[^tumen]: See [@lukin2019].`
 * Output: `Resolution 84.[^unsc1950] … the Tumen.[^tumen]`
 */
export function labelledMarkdown(
  tree: Root,
  source: string,
  markers: readonly LabelledMarker[],
  others: readonly Edit[] = [],
): string {
  const edits = [...others];
  edits.push(...markers.flatMap(({ node, label }) => edit(node, `[^${label}]`)));
  visit(tree, (node) => {
    if (!isLeftOut(node)) return;
    edits.push(...edit(node, ''));
  });
  edits.sort((a, b) => a.start - b.start);
  let text = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    // What stands in something that is left out is left out with it.
    if (start < from) continue;
    text += source.slice(from, start) + replacement;
    from = end;
  }
  return withoutFrontMatter(text + source.slice(from))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isLeftOut(node: Nodes): boolean {
  switch (node.type) {
    case 'footnoteDefinition':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return true;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.children.length === 0;
    default:
      return false;
  }
}

function edit({ position }: Nodes, text: string): Edit[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? [] : [{ start, end, text }];
}

/** Astro blanks it out before it parses the text, other processors do not. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^\s*---\r?\n[\s\S]*?\n---[ \t]*$/m, (whole, offset: number) =>
    offset === 0 ? '' : whole,
  );
}
