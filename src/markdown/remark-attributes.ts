import type { Heading, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import {
  attributeProblems,
  attributeProperties,
  languageProperties,
} from './attribute-properties.ts';
import { report } from './file-data.ts';
import { type AttributesNode, typedAttributes } from './mdast-attributes.ts';
import { lengthOf, rawEssay, startOf } from './raw-essay.ts';

/**
 * Gives attributes to what they stand behind: a picture, a formula, words in brackets, or the heading they end. Others
 * are reported.
 *
 * Input: `## Origins {#sec-origins}`, `![The river.](tumen.jpg){#fig-tumen}`, `[привет]{lang=ru}`
 * Output: the heading and the image with `data.attributes`, `<span lang="ru">привет</span>`
 */
export const remarkAttributes: Plugin<[], Root> = () => (tree, file) => {
  const found: { node: AttributesNode; parent: Parents }[] = [];
  visitParents(tree, 'attributes', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent !== undefined) found.push({ node, parent });
  });
  const lang = file.data.lang ?? 'en';
  for (const { node, parent } of found) {
    report(file, attributeProblems(node, file.data.name ?? ''));
    if (giveAway(node, parent, lang)) continue;
    const siblings: Nodes[] = parent.children;
    siblings[siblings.indexOf(node)] = { type: 'text', value: node.value };
    const essay = rawEssay(tree, file);
    const about = [startOf(node), lengthOf(node)] as const;
    const message = `“${node.value}” stands behind nothing that it could belong to.`;
    report(file, [
      node.attributes.id === undefined
        ? { ...essay.problem('essay-has-no-code', ...about, message), advice: asWords(node) }
        : essay.problem('label-is-in-place', ...about, message),
    ]);
  }
  delete file.data.rawEssay;
};

function asWords({ value }: AttributesNode): string {
  return `Write \`[words]${value}\`, or \`\\${value}\` for the words.`;
}

function giveAway(node: AttributesNode, parent: Parents, lang: string): boolean {
  const siblings: Nodes[] = parent.children;
  const index = siblings.indexOf(node);
  const previous = siblings[index - 1];
  if (parent.type === 'heading' && index === siblings.length - 1 && !endsBracket(previous)) {
    return endHeading(parent, node, lang);
  }
  if (previous === undefined) return false;
  if (isLabelled(previous)) {
    const hProperties = languageProperties(node.attributes, lang);
    previous.data = { ...previous.data, hProperties, attributes: typedAttributes(node) };
    siblings.splice(index, 1);
    return true;
  }
  // As in `$$ x $$ {#eq-x}`.
  const before = siblings[index - 2];
  if (
    previous.type === 'text' &&
    /^[ \t]*$/.test(previous.value) &&
    before?.type === 'inlineMath'
  ) {
    before.data = { ...before.data, attributes: typedAttributes(node) };
    siblings.splice(index - 1, 2);
    return true;
  }
  return makeSpan(siblings, index, node, lang);
}

function isLabelled(node: Nodes): boolean {
  return (
    node.type === 'image' ||
    node.type === 'imageReference' ||
    node.type === 'inlineMath' ||
    (node.type === 'link' && node.children.some(({ type }) => type === 'image'))
  );
}

function endsBracket(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.endsWith(']');
}

function endHeading(heading: Heading, node: AttributesNode, lang: string): boolean {
  heading.children.pop();
  const last = heading.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const hProperties = languageProperties(node.attributes, lang);
  heading.data = { ...heading.data, hProperties, attributes: typedAttributes(node) };
  return true;
}

/** Makes a span of all that stands between the brackets before `index`; their words may be emphasised, linked, cited. */
function makeSpan(siblings: Nodes[], index: number, node: AttributesNode, lang: string): boolean {
  if (!endsBracket(siblings[index - 1])) return false;
  let depth = 0;
  for (let place = index - 1; place >= 0; place -= 1) {
    const sibling = siblings[place];
    if (sibling?.type !== 'text') continue;
    for (let at = sibling.value.length - 1; at >= 0; at -= 1) {
      if (sibling.value[at] === ']') depth += 1;
      if (sibling.value[at] === '[') depth -= 1;
      if (depth > 0) continue;
      wrap(siblings, { place, at }, index, node, lang);
      return true;
    }
  }
  return false;
}

function wrap(
  siblings: Nodes[],
  { place, at }: { place: number; at: number },
  end: number,
  node: AttributesNode,
  lang: string,
): void {
  const [first, ...others] = siblings.slice(place, end);
  if (first?.type !== 'text') return;
  const lead = first.value.slice(0, at);
  const inner = [withText(first, at + 1), ...others];
  const last = inner.at(-1);
  if (last?.type === 'text') inner.splice(-1, 1, withText(last, 0, -1));
  const span: PhrasingContent = {
    type: 'emphasis',
    data: {
      hName: 'span',
      hProperties: attributeProperties(node.attributes, lang),
      attributes: typedAttributes(node),
    },
    children: inner.filter(isPhrasing).filter((each) => each.type !== 'text' || each.value !== ''),
  };
  const before = lead === '' ? [] : [withText(first, 0, at)];
  siblings.splice(place, end - place + 1, ...before, span);
}

function withText(text: Extract<Nodes, { type: 'text' }>, start: number, end?: number) {
  const { position: _, ...rest } = text;
  return { ...rest, value: text.value.slice(start, end) };
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return !['root', 'paragraph', 'heading', 'footnoteDefinition'].includes(node.type);
}
