import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** Makes figures as every format has them: of one picture, which is no link; the last of several has the caption. */
export function simplifyFigures(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'figure' || index === undefined || parent === undefined) return undefined;
    const pictures: Element[] = [];
    const captions: Element[] = [];
    visit(node, 'element', (child) => {
      if (child.tagName === 'img') pictures.push(child);
      if (child.tagName !== 'figcaption') return undefined;
      captions.push(child);
      return SKIP;
    });
    if (pictures.length === 0) return SKIP;
    const last = pictures.length - 1;
    const figures = pictures.map((picture, place) =>
      place === last
        ? h('figure', { id: node.properties['id'] }, picture, ...captions)
        : h('figure', picture),
    );
    parent.children.splice(index, 1, ...figures);
    return [SKIP, index + figures.length];
  });
}
