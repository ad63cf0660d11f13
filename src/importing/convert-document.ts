/** A document that was read, as the MDX of an essay. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { citeInWords } from './cite-in-words.ts';
import { writeCitation, writeInNote } from './cite-sources.ts';
import { findLoss, htmlWords, markdownWords } from './count-words.ts';
import { type CitedSource, excerpt, type ReadDocument, type Remark } from './document.ts';
import { findLostWords } from './find-lost-words.ts';
import { attribute, isElement, listElements, wordsOf } from './hast.ts';
import type { NoteMatcher } from './match-notes.ts';
import { offerShortForms } from './offer-short-forms.ts';
import { prepareBody } from './prepare-body.ts';
import { type Note, takeNotes } from './take-notes.ts';
import { type FindPicture, takePictures } from './take-pictures.ts';
import { type NoteForm, writeMarkdown } from './write-markdown.ts';

export interface ConvertedDocument {
  readonly markdown: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly counts: Counts;
  readonly remarks: readonly Remark[];
}

export interface Counts {
  /** Words of the text and of its notes, as they were read and as the essay has them. */
  readonly wordsIn: number;
  readonly wordsOut: number;
  readonly paragraphs: number;
  readonly markers: number;
  readonly notes: number;
  /** Notes and places that became citations. */
  readonly citations: number;
  readonly pictures: number;
  readonly links: number;
}

export interface ConversionOptions {
  /** Keys of the bibliography, by what the document calls its sources. */
  readonly keys: ReadonlyMap<string, string>;
  readonly matcher: NoteMatcher;
  readonly findPicture: FindPicture;
  readonly address?: string | undefined;
}

/** Takes `document.body` apart. */
export async function convertDocument(
  { body, facts, remarks: told, words, leftOut = [] }: ReadDocument,
  { keys, matcher, findPicture, address }: ConversionOptions,
): Promise<ConvertedDocument> {
  const prepared = prepareBody(body, facts, address);
  const pictures = await takePictures(body, findPicture);
  const { notes, markers, remarks: fromNotes } = takeNotes(body);
  const kept = [body, ...notes.map(({ content }): Root => ({ type: 'root', children: content }))];
  const lost =
    words === undefined
      ? []
      : findLostWords(words, [
          ...kept.flatMap(htmlWords),
          ...kept.flatMap(listElements).map(({ node }) => attribute(node, 'alt')),
          ...leftOut,
        ]);
  const unkeyed = citeInText(body, keys);
  const forms = new Map<string, NoteForm>();
  for (const note of notes) forms.set(note.name, await formOf(note, keys, matcher, unkeyed));
  const markdown = writeMarkdown(body, forms);
  const discursive = notes.filter(({ name }) => forms.get(name)?.kind === 'note');
  const texts = discursive.map(({ content }): Root => ({ type: 'root', children: content }));
  const before = [body, ...texts].flatMap(htmlWords);
  const checked = checkWords(before, markdown);
  const count = (...names: readonly string[]) =>
    listElements(body).filter(({ node }) => isElement(node, ...names)).length;
  const citations =
    [...forms.values()].filter(({ kind }) => kind === 'citation').length +
    count('written-citation');
  return {
    markdown,
    pictures: pictures.files,
    counts: {
      wordsIn: before.length,
      wordsOut: checked.words,
      paragraphs: listElements(body).filter(({ node }) => isParagraph(node)).length,
      markers: markers.length,
      notes: notes.length,
      citations,
      pictures: pictures.files.size,
      links: [body, ...texts].flatMap(listElements).filter(({ node }) => node.tagName === 'a')
        .length,
    },
    remarks: [
      ...told,
      ...prepared,
      ...pictures.remarks,
      ...fromNotes,
      ...unkeyed.map(
        (words): Remark => ({
          kind: 'not-understood',
          message: `“${words}” cites a source that is not in the bibliography; it stands in the document’s own words.`,
        }),
      ),
      ...offerShortForms(discursive, matcher),
      ...checked.remarks,
      ...lost,
    ],
  };
}

/** With words of its own; what stands in the place of a picture has none. */
function isParagraph(node: Element): boolean {
  return (
    node.tagName === 'p' &&
    node.children.some(
      (child) => !isElement(child, 'hidden-remark', 'img') && wordsOf(child) !== '',
    )
  );
}

/** The words of the essay as they are read again, and where they are not those of the document. */
function checkWords(
  before: readonly string[],
  markdown: string,
): { words: number; remarks: Remark[] } {
  let after: string[];
  try {
    after = markdownWords(markdown);
  } catch (error) {
    const { line = 1, reason } = error instanceof VFileMessage ? error : { reason: String(error) };
    const typed = excerpt(markdown.split('\n')[line - 1] ?? '', 80);
    return {
      words: 0,
      remarks: [
        {
          kind: 'not-understood',
          message: `The essay is no MDX yet, at “${typed}” (${reason}): npm run check says where.`,
        },
      ],
    };
  }
  const loss = findLoss(before, after);
  if (loss === undefined) return { words: after.length, remarks: [] };
  return {
    words: after.length,
    remarks: [
      {
        kind: 'not-understood',
        message: `The words of the essay are not those of the document here: “…${loss.from}…” became “…${loss.to}…”.`,
      },
    ],
  };
}

const cited = z.array(
  z.object({
    id: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    suppressAuthor: z.boolean(),
    isInText: z.boolean().optional(),
  }),
);

function sourcesOf(node: Element): (CitedSource & { isInText?: boolean | undefined })[] {
  return cited.parse(JSON.parse(attribute(node, 'dataSources')));
}

/** What a document cites, by its own names. */
export function citedIds(body: Root): Set<string> {
  const ids = new Set<string>();
  visit(body, 'element', (node) => {
    if (node.tagName === 'source-citation') for (const { id } of sourcesOf(node)) ids.add(id);
  });
  return ids;
}

function writtenCitation(text: string): Element {
  return {
    type: 'element',
    tagName: 'written-citation',
    properties: { dataText: text },
    children: [],
  };
}

/** Citations of the text; what cannot be cited keeps its words, which are given back. */
function citeInText(body: Root, keys: ReadonlyMap<string, string>): string[] {
  const unkeyed: string[] = [];
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName !== 'source-citation' || index === undefined || parent === undefined)
      return undefined;
    const sources = sourcesOf(node);
    const text = writeCitation(sources, keys);
    if (text === undefined) {
      unkeyed.push(excerpt(textOf(node)));
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    const isInText = sources.some((each) => each.isInText === true);
    const before = parent.children[index - 1];
    // The words are the author's; of the citation, only its note is the site's.
    if (!isInText && before?.type === 'text') before.value = before.value.trimEnd();
    parent.children.splice(
      index,
      1,
      writtenCitation(isInText ? (writeInNote(sources, keys) ?? `[${text}]`) : `[${text}]`),
    );
    return index + 1;
  });
  return unkeyed;
}

/** A citation where the note is nothing else; its own words where it says more. */
async function formOf(
  { label, content }: Note,
  keys: ReadonlyMap<string, string>,
  matcher: NoteMatcher,
  unkeyed: string[],
): Promise<NoteForm> {
  const root: Root = { type: 'root', children: content };
  const citations = listElements(root).filter(({ node }) => node.tagName === 'source-citation');
  const [only] = citations;
  const around = wordsWithout(root, only?.node);
  if (only !== undefined && citations.length === 1 && /^[\s.;,]*$/.test(around)) {
    const text = writeCitation(sourcesOf(only.node), keys);
    if (text !== undefined) return { kind: 'citation', text };
  }
  for (const { node, around: parents } of citations) putInNote(node, parents[0], keys, unkeyed);
  if (citations.length === 0) {
    const text = await matcher.match(
      wordsOf(root),
      listElements(root).flatMap(({ node }) =>
        isElement(node, 'a') ? [attribute(node, 'href')] : [],
      ),
    );
    if (text !== undefined) return { kind: 'citation', text };
    citeInWords(content, await matcher.printedIn(wordsOf(root)));
  }
  return { kind: 'note', label, content: root.children as ElementContent[] };
}

function wordsWithout(root: Root, node: Element | undefined): string {
  if (node === undefined) return wordsOf(root);
  const words = node.children;
  node.children = [];
  const rest = wordsOf(root);
  node.children = words;
  return rest;
}

/** In a note a citation is printed where it stands. */
function putInNote(
  node: Element,
  parent: Parents | undefined,
  keys: ReadonlyMap<string, string>,
  unkeyed: string[],
): void {
  if (parent === undefined) return;
  const index = parent.children.indexOf(node);
  const text = writeInNote(sourcesOf(node), keys);
  if (text === undefined) unkeyed.push(excerpt(textOf(node)));
  parent.children.splice(
    index,
    1,
    ...(text === undefined ? node.children : [writtenCitation(text)]),
  );
}
