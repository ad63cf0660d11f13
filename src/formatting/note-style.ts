/**
 * Makes a CSL style print notes. Every note stands alone: it is printed in full, once, and other notes refer
 * to it by its number. So what depends on the order of citations is decided here, and the style is written
 * out twice, as a `citation` (for citations with locators and words around them) and as a `bibliography`
 * (for all others, which citeproc prints three times as fast).
 * CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html
 */
import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

export interface NoteStyle {
  /** Prints what stands between two brackets. */
  readonly citations: string;
  /** Prints a source cited alone and without further words, as an entry of a bibliography. */
  readonly entries: string;
}

/** Nothing when the style has no layout: it is not an independent style. */
export function toNoteStyle(style: Element): NoteStyle | undefined {
  const citation = childNamed(style, 'citation');
  const bibliography = childNamed(style, 'bibliography');
  // A note style's citation is the full reference; another style's is only in its bibliography.
  const isNoteStyle = style.attributes['class'] === 'note';
  const full = isNoteStyle ? citation : (bibliography ?? citation);
  const layout = full && childNamed(full, 'layout');
  if (citation === undefined || full === undefined || layout === undefined) return undefined;
  const names = nameAttributes(full);
  const printed = isNoteStyle ? layout : withLocator(layout);
  const rest = style.children.filter((node) => !isNamed(node, 'citation', 'bibliography', 'info'));
  const write = (...parts: Element[]) => {
    const info = x('info', [x('category', { 'citation-format': 'note' })]);
    const attributes = { ...style.attributes, class: 'in-text' };
    return toXml(standAlone({ ...style, attributes, children: [info, ...rest, ...parts] }));
  };
  return {
    citations: write(x('citation', names, [printed])),
    entries: write(
      // citeproc prints every entry by this too, to tell entries apart: the less the faster.
      x('citation', [x('layout', [x('text', { value: '-' })])]),
      x('bibliography', names, [printed]),
    ),
  };
}

/** A macro that the style uses and does not have: citeproc would print nothing in its place. */
export function missingMacro(style: Element): string | undefined {
  const defined = new Set(
    style.children.flatMap((node) =>
      isNamed(node, 'macro') && 'attributes' in node ? [node.attributes['name']] : [],
    ),
  );
  const used = (element: Element): (string | null | undefined)[] => [
    element.attributes['macro'],
    ...element.children.flatMap((child) => (child.type === 'element' ? used(child) : [])),
  ];
  return used(style).find((name): name is string => Boolean(name) && !defined.has(name));
}

/** "Inheritable Name Options": what a citation or bibliography hands down to the names in it. */
function nameAttributes({ attributes }: Element): Record<string, string> {
  const inheritable =
    /^(?:and|delimiter-precedes-.*|et-al-(?!subsequent).*|initialize.*|name-as-sort-order|sort-separator|name-form|name-delimiter|names-delimiter)$/;
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      inheritable.test(name) && value ? [[name, value]] : [],
    ),
  );
}

/** A bibliography knows no locators; ours stands at the end, before the full stop of the layout. */
function withLocator(layout: Element): Element {
  const locator = x('group', { delimiter: ' ' }, [
    x('label', { variable: 'locator', form: 'short' }),
    x('text', { variable: 'locator' }),
  ]);
  const entry = x('group', layout.children);
  const children = [x('group', { delimiter: ', ' }, [entry, locator])];
  // Entries of a bibliography are never side by side, so the style has no sign to part them.
  return { ...layout, attributes: { ...layout.attributes, delimiter: '; ' }, children };
}

/** Decides everywhere what depends on other citations, and drops what only a list of entries has. */
function standAlone(element: Element): Element {
  const { display, ...attributes } = element.attributes;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.attributes['variable'] === 'citation-number') return [];
    return child.name === 'choose' ? decide(child) : [standAlone(child)];
  });
  return { ...element, attributes, children };
}

/** A `choose` without its tests of position, of which `first` alone is true. */
function decide(choose: Element): ElementContent[] {
  const branches: Element[] = [];
  for (const branch of choose.children) {
    if (branch.type !== 'element') continue;
    const decided = decideBranch(branch);
    if (decided === undefined) continue;
    const isAlways = decided.name === 'else';
    branches.push(rename(standAlone(decided), isAlways, branches.length === 0));
    if (isAlways) break;
  }
  const [first] = branches;
  if (first === undefined) return [];
  return first.name === 'else' ? first.children : [{ ...choose, children: branches }];
}

function rename(branch: Element, isAlways: boolean, isFirst: boolean): Element {
  return { ...branch, name: isAlways ? 'else' : isFirst ? 'if' : 'else-if' };
}

/** The branch without its test of position; `else` when nothing is left to test; nothing when false. */
function decideBranch(branch: Element): Element | undefined {
  const { position, match = 'all', ...others } = branch.attributes;
  if (position === undefined || position === null) return branch;
  const isTrue = position.split(/\s+/).includes('first');
  const settles = match === 'any' ? isTrue : match === 'none' ? isTrue : !isTrue;
  const always: Element = { ...branch, name: 'else', attributes: {} };
  if (settles) return match === 'any' ? always : undefined;
  const rest = Object.keys(others).length > 0;
  if (rest) return { ...branch, attributes: { ...others, match } };
  return match === 'any' ? undefined : always;
}

function childNamed(parent: Element, name: string): Element | undefined {
  return parent.children.find((node): node is Element => isNamed(node, name));
}

function isNamed(node: ElementContent | Root['children'][number], ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.name);
}
