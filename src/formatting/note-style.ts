/**
 * Makes a CSL style print notes one by one, whatever was printed before. What depends on the order of citations is
 * decided here, and the style is written out for each way it is run: as a `citation` that holds every position, and
 * as a `bibliography` of first, full notes, which citeproc prints three times as fast.
 * CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html
 */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type StyleFeatures, statesOf } from './cite-state.ts';
import { addsToTellApart, childNamed, elementsIn, isNamed, macrosOf } from './csl-elements.ts';
import { createStateWriter, withoutPositions } from './style-at-state.ts';

export interface NoteStyle {
  /** Prints what stands between two brackets. */
  readonly citations: string;
  /** Prints a source cited alone, for the first time and without further words, as an entry of a bibliography. */
  readonly entries: string;
  /** Lists entries in the order that the style has for them; `undefined` when it has none. */
  readonly sorting: string | undefined;
  /** Whether rehype-citation puts what it prints into notes of its own. */
  readonly isNoteStyle: boolean;
  readonly features: StyleFeatures;
}

/** `undefined` when the style has no layout: it is not an independent style. */
export function toNoteStyle(style: Element): NoteStyle | undefined {
  const citation = childNamed(style, 'citation');
  const bibliography = childNamed(style, 'bibliography');
  // A note style's citation is the full reference; another style's is only in its bibliography.
  const isNoteStyle = style.attributes['class'] === 'note';
  const full = isNoteStyle ? citation : (bibliography ?? citation);
  const layout = full && childNamed(full, 'layout');
  if (citation === undefined || full === undefined || layout === undefined) return undefined;
  const features = isNoteStyle ? featuresOf(style, citation) : noFeatures;
  const entries = writeEntries(style, full, layout);
  const sorting = bibliography && writeSorting(style, bibliography);
  if (isNoteStyle) {
    const citations = writeCitations(style, citation, layout, features);
    return { citations, entries, sorting, isNoteStyle, features };
  }
  const writer = createStateWriter(style, citation);
  const printed = writer.at(withLocator(layout), 'first');
  const citations = writeStyle(style, [
    ...writer.macros(),
    x('citation', nameAttributes(full), [printed]),
  ]);
  return { citations, entries, sorting, isNoteStyle, features };
}

function writeStyle(style: Element, parts: readonly Element[]): string {
  const info = x('info', [x('category', { 'citation-format': 'note' })]);
  const rest = style.children.filter(
    (node) => !isNamed(node, 'citation', 'bibliography', 'info', 'macro'),
  );
  const attributes = withoutPositions(style.attributes);
  const xml = toXml({ ...style, attributes, children: [info, ...rest, ...parts] });
  // citeproc decodes `&amp;lt;` to the end, and some styles mean it to.
  return xml.replaceAll('&#x26;', '&amp;');
}

function writeEntries(style: Element, full: Element, layout: Element): string {
  const writer = createStateWriter(style, full);
  const printed = writer.at(
    style.attributes['class'] === 'note' ? layout : withLocator(layout),
    'first',
  );
  return writeStyle(style, [
    ...writer.macros(),
    // citeproc prints every entry by this too, to tell entries apart: the less the faster.
    x('citation', [x('layout', [x('text', { value: '-' })])]),
    x('bibliography', nameAttributes(full), [withPrefixInside(printed)]),
  ]);
}

/** citeproc puts it before the first part of an entry, and loses it with one that is empty. */
function withPrefixInside(layout: Element): Element {
  const { prefix, ...attributes } = layout.attributes;
  if (!prefix) return layout;
  return { ...layout, attributes, children: [x('group', { prefix }, layout.children)] };
}

/** Of an entry it prints as little as tells that there is one. */
function writeSorting(style: Element, bibliography: Element): string | undefined {
  const sort = childNamed(bibliography, 'sort');
  if (sort === undefined) return undefined;
  const least = x('layout', [x('text', { value: '-' })]);
  return writeStyle(style, [
    ...macrosOf(style),
    x('citation', [least]),
    x('bibliography', nameAttributes(bibliography), [sort, least]),
  ]);
}

const noFeatures: StyleFeatures = {
  tests: new Set(),
  nearNoteDistance: 5,
  printsFirstNote: false,
  shortensNames: false,
  disambiguates: false,
};

function featuresOf(style: Element, citation: Element): StyleFeatures {
  const elements = [citation, ...reachable(citation, style)].flatMap(elementsIn);
  const words = (name: string) =>
    new Set(elements.flatMap(({ attributes }) => attributes[name]?.trim().split(/\s+/) ?? []));
  const shortens = ['et-al-subsequent-min', 'et-al-subsequent-use-first'];
  return {
    tests: words('position'),
    nearNoteDistance: Number(citation.attributes['near-note-distance'] ?? 5),
    printsFirstNote: words('variable').has('first-reference-note-number'),
    shortensNames: shortens.some((name) => words(name).size > 0 || name in style.attributes),
    disambiguates: addsToTellApart(citation) || words('disambiguate').has('true'),
  };
}

/** The macros that `element` calls, and those that these call. */
function reachable(element: Element, style: Element): Element[] {
  const macros = new Map(macrosOf(style).map((macro) => [macro.attributes['name'], macro]));
  const called = new Set<Element>();
  const follow = (from: Element) => {
    for (const { attributes } of elementsIn(from)) {
      const macro = attributes['macro'] ? macros.get(attributes['macro']) : undefined;
      if (macro === undefined || called.has(macro)) continue;
      called.add(macro);
      follow(macro);
    }
  };
  follow(element);
  return [...called];
}

function writeCitations(
  style: Element,
  citation: Element,
  layout: Element,
  features: StyleFeatures,
): string {
  const writer = createStateWriter(style, citation);
  const branches = statesOf(features).map(([state, tests]) => {
    return { tests, children: writer.at(layout, state).children };
  });
  const children =
    branches.length === 1
      ? writer.at(layout, 'first').children
      : [
          x(
            'choose',
            branches.map(({ tests, children: printed }, index) =>
              x(index === 0 ? 'if' : tests === undefined ? 'else' : 'else-if', tests, printed),
            ),
          ),
        ];
  // Sort keys and the order of year suffixes know no position.
  const sort = childNamed(citation, 'sort');
  const order = childNamed(childNamed(style, 'bibliography') ?? citation, 'sort');
  const sorted = sort && writer.at(sort, 'first');
  const ordered =
    order &&
    (features.disambiguates || sort !== undefined) &&
    x('bibliography', [writer.at(order, 'first'), x('layout', [x('text', { value: '-' })])]);
  const printed: Element = {
    ...citation,
    attributes: withoutPositions(citation.attributes),
    children: [...(sorted ? [sorted] : []), { ...layout, children }],
  };
  return writeStyle(style, [...writer.macros(), printed, ...(ordered ? [ordered] : [])]);
}

/** A macro that the style uses and does not have: citeproc would print nothing in its place. */
export function missingMacro(style: Element): string | undefined {
  const defined = new Set(macrosOf(style).map(({ attributes }) => attributes['name']));
  const used = elementsIn(style).map(({ attributes }) => attributes['macro']);
  return used.find((name): name is string => Boolean(name) && !defined.has(name));
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
