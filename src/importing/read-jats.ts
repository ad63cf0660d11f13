/** JATS, which Pandoc reads; notes, dates and what stands around the text are read here. */
import type { Root as HtmlRoot } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { parseXml } from './check-xml.ts';
import { excerpt, type ReadDocument, type Remark } from './document.ts';
import { factsOfJats } from './facts-of-jats.ts';
import { hasClass, isElement, listElements, replaceIn } from './hast.ts';
import { joinReferences } from './jats-references.ts';
import { noteSign } from './note-signs.ts';
import { readByPandoc } from './read-by-pandoc.ts';
import { statedDate } from './stated-date.ts';
import { noteNumber } from './take-linked-notes.ts';
import { textOfMarkup } from './text-of-markup.ts';
import { withBibliographies } from './with-bibliographies.ts';
import { elements, wordsIn } from './xast.ts';

export async function readJats(name: string, text: string): Promise<ReadDocument> {
  const tree = parseXml(name, text);
  const marked = structuredClone(tree);
  const unread = joinReferences(marked);
  const editorial = takeAll(
    marked,
    'notes',
    ({ attributes }) => attributes['notes-type'] === 'editorial',
  );
  // Of several abstracts Pandoc takes the first.
  takeAll(marked, 'abstract', ({ attributes }) => attributes['abstract-type'] === 'teaser');
  const read = await readByPandoc(name, 'jats', toXml(markJatsNotes(markParts(markVerse(marked)))));
  joinCaptions(read.body);
  const document = await withBibliographies(name, read, [], async () => undefined);
  const article = elements(tree, 'article')[0];
  const stated = elements(tree, 'pub-date')
    .map(dateOf)
    .find((date) => date !== undefined);
  const lang = article?.attributes['xml:lang'] ?? document.facts.lang;
  return {
    ...document,
    facts: { ...document.facts, ...factsOfJats(tree), date: stated ?? document.facts.date, lang },
    remarks: [
      ...document.remarks,
      ...unread,
      ...editorial.map(
        (words): Remark => ({
          kind: 'left-out',
          message: `What editors remark: “${excerpt(words, 100)}”.`,
        }),
      ),
    ],
    leftOut: [
      ...(document.leftOut ?? []),
      ...editorial,
      ...elements(tree, 'ack').map((ack) => wordsIn(elements(ack, 'title')[0])),
    ],
    words: textOfMarkup(text, {
      isXml: true,
      within: ['body', 'back'],
      silent: ['ref-list', 'label', 'tex-math', 'mml:math'],
      breaks: [
        'p',
        'title',
        'label',
        'fn',
        'list-item',
        'disp-quote',
        'td',
        'th',
        'caption',
        'break',
        'verse-line',
        'attrib',
      ],
    }),
  };
}

/** JATS 1.2, `pub-date`: by its attribute, or by its parts. */
function dateOf(node: Element): string | undefined {
  const whole = node.attributes['iso-8601-date'];
  if (whole) return statedDate(whole);
  const parts = ['year', 'month', 'day'].map((part) => wordsIn(elements(node, part)[0]));
  const known = parts.slice(0, parts.indexOf('') < 0 ? 3 : parts.indexOf(''));
  return statedDate(known.map((part) => part.padStart(2, '0')).join('-'));
}

/** Takes out all that is meant, and answers its words. */
function takeAll(tree: Root, name: string, isMeant: (node: Element) => boolean): string[] {
  const taken: string[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (node.name !== name || !isMeant(node) || index === undefined) return undefined;
    taken.push(wordsIn(node));
    parent?.children.splice(index, 1);
    return [SKIP, index];
  });
  return taken;
}

/** Paragraphs with a sign where a part of the essay begins or ends, where the file says so: `editions/mark-parts.ts`. */
function markParts(tree: Root): Root {
  let isMarked = false;
  visit(tree, 'instruction', (node, index, parent) => {
    const [, end] = /^essay(-end)?$/.exec(node.name) ?? [null];
    if (end === null || index === undefined || parent?.type !== 'element') return;
    isMarked = true;
    parent.children[index] = partSign(end === undefined ? node.value.trim() : '');
  });
  if (isMarked) markMatter(tree);
  return tree;
}

function partSign(part: string): Element {
  return x('p', noteSign('part', part));
}

/** Pandoc reads some of it as a part of the text, and the rest not at all. */
function markMatter(tree: Root): void {
  const [body] = elements(tree, 'body');
  const kinds = [
    ['ack', 'acknowledgements', () => true],
    ['notes', 'dedication', (node) => node.attributes['notes-type'] === 'dedication'],
    ['fn', 'competingInterests', (node) => node.attributes['fn-type'] === 'coi-statement'],
  ] as const satisfies readonly (readonly [string, string, (node: Element) => boolean])[];
  for (const [name, part, isMeant] of kinds) {
    visit(tree, 'element', (node, index, parent) => {
      if (node.name !== name || !isMeant(node) || index === undefined) return undefined;
      parent?.children.splice(index, 1);
      const words = node.children.filter(
        (child) => !(child.type === 'element' && child.name === 'title'),
      );
      body?.children.push(partSign(part), ...words, partSign(''));
      return [SKIP, index];
    });
  }
}

/** Verse, and labels of formulas: Pandoc reads neither. */
function markVerse(tree: Root): Root {
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || parent?.type !== 'element') return undefined;
    const { id } = node.attributes;
    if (node.name === 'disp-formula' && id?.startsWith('eq-')) {
      delete node.attributes['id'];
      parent.children.splice(index + 1, 0, { type: 'text', value: ` {#${id}}` });
    }
    if (node.name !== 'verse-group') return undefined;
    const lines = elements(node, 'verse-line').flatMap(({ children }, place) =>
      place === 0 ? children : [x('break'), ...children],
    );
    parent.children[index] = x('p', noteSign('verse', ''), lines);
    return index + 1;
  });
  return tree;
}

/** Pandoc sets some captions beside their tables. */
function joinCaptions(body: HtmlRoot): void {
  for (const { node, around } of listElements(body)) {
    const [wrap] = around;
    if (!isElement(node, 'table') || !isElement(wrap, 'div')) continue;
    const caption = wrap.children.find(
      (each) => isElement(each, 'div') && hasClass(each, /^caption$/),
    );
    if (!isElement(caption)) continue;
    replaceIn(wrap, caption, []);
    node.children.unshift(h('caption', caption.children));
  }
}

/** In a note, a number of another one is a word: “see note 4”. */
function unlinkNotes(note: Element): void {
  visit(note, 'element', (node, index, parent) => {
    if (node.name !== 'xref' || node.attributes['ref-type'] !== 'fn') return undefined;
    if (index === undefined || parent?.type !== 'element') return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** What leads to a note in words of its own. */
function isWords(node: Element): boolean {
  const words = wordsIn(node);
  return node.attributes['specific-use'] === 'words' || (words !== '' && !noteNumber.test(words));
}

/** Notes with signs in their places, and what they say at the end of the text. */
function markJatsNotes(marked: Root): Root {
  const texts: ElementContent[] = [];
  for (const note of elements(marked, 'fn')) unlinkNotes(note);
  visit(marked, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.name === 'xref' && node.attributes['ref-type'] === 'fn') {
      if (isWords(node)) return undefined;
      parent.children[index] = {
        type: 'text',
        value: noteSign('marker', node.attributes['rid'] ?? ''),
      };
      return index + 1;
    }
    if (node.name !== 'fn') return undefined;
    const id = node.attributes['id'] ?? `fn-${texts.length}`;
    const content = node.children.filter(
      (child) => !(child.type === 'element' && child.name === 'label'),
    );
    texts.push(x('p', noteSign('note', id)) as Element, ...content);
    // A note in the midst of a sentence has its marker there.
    const isInText =
      parent.type === 'element' && ['p', 'title', 'td', 'th', 'sup'].includes(parent.name);
    parent.children.splice(
      index,
      1,
      ...(isInText ? [{ type: 'text' as const, value: noteSign('marker', id) }] : []),
    );
    return index;
  });
  const [body] = elements(marked, 'body');
  if (texts.length > 0) body?.children.push(...texts, x('p', noteSign('note', '')) as Element);
  for (const group of elements(marked, 'fn-group')) group.children = [];
  return marked;
}
