/** The essay as Markdown with GFM notes, in a form that this site reads as an essay. */
import type { ElementContent, Nodes } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { EditionDocument } from './document.ts';
import { type EssayBody, isMarker } from './read-body.ts';
import { remarksOf } from './remarks.ts';

// MDX, so that braces and less-than signs are written as the site's own essays write them.
const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', resourceLink: true })
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

export function makeMarkdown(document: EditionDocument, { text, notes }: EssayBody): Uint8Array {
  const labels = labelsOf(notes.map(({ anchor }) => anchor));
  const definitions = notes.map(({ anchor, content }): RootContent => {
    const label = labels.get(anchor) ?? anchor;
    const children = convert({ type: 'root', children: [...content] }, labels) as (
      | BlockContent
      | DefinitionContent
    )[];
    return { type: 'footnoteDefinition', identifier: label, label, children };
  });
  const children = [...convert(text, labels), ...definitions];
  const body = writer.stringify({ type: 'root', children });
  return new TextEncoder().encode(`---\n${frontMatterOf(document)}---\n\n${body}`);
}

function frontMatterOf({ essay, record }: EditionDocument): string {
  const { title, date, lang, authors, description } = essay;
  const remarks = remarksOf(essay, record).items.map((text) => ({ text }));
  return stringify(
    {
      title,
      date: date.iso,
      lang,
      ...(authors.length > 0 && { authors }),
      ...(description && { description }),
      ...(remarks.length > 0 && { remarks }),
    },
    { lineWidth: 0 },
  );
}

function convert(tree: Nodes, labels: ReadonlyMap<string, string>): RootContent[] {
  const converted = toMdast(tree, {
    handlers: {
      span(state, node) {
        if (!isMarker(node)) return state.all(node);
        const label = labels.get(String(node.properties['dataNote'])) ?? '';
        return { type: 'footnoteReference', identifier: label, label };
      },
      // The comma between two markers, which every reader of Markdown adds in its own way.
      sup: (state, node) => (isComma(node.children) ? undefined : state.all(node)),
    },
  });
  return converted.type === 'root' ? converted.children : [];
}

function isComma([first]: readonly ElementContent[]): boolean {
  return first?.type === 'text' && first.value === ',';
}

/** A label of its own for each anchor: `kim2019-p12` for `fn-kim2019-p12`. A label begins with no hyphen. */
function labelsOf(anchors: readonly string[]): Map<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set(anchors);
  for (const anchor of anchors) {
    let label = anchor.replace(/^fn-/, '');
    if (label.startsWith('-')) {
      label = label.replace(/^-+/, '');
      while (taken.has(`fn-${label}`)) label += '-again';
      taken.add(`fn-${label}`);
    }
    labels.set(anchor, label);
  }
  return labels;
}
