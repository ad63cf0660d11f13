/** What Pandoc read, with all that its HTML would print in its own way in ours. */
import { z } from 'zod';
import {
  attributesOf,
  formulaOf,
  mapNodes,
  type PandocNode,
  type PandocTree,
} from '../editions/pandoc-tree.ts';
import { type CitedSource, excerpt, type Remark } from './document.ts';
import { markerSigns, noteSign, readSign } from './note-signs.ts';
import { metaValues, plainText } from './pandoc-text.ts';

const citation = z.object({
  citationId: z.string(),
  citationPrefix: z.array(z.unknown()),
  citationSuffix: z.array(z.unknown()),
  citationMode: z.object({ t: z.string() }),
});
const cite = z.tuple([
  z.array(citation),
  z.array(z.object({ t: z.string(), c: z.unknown().optional() })),
]);

/** `ReadDocument` says how. */
export function markTree(tree: PandocTree): { tree: PandocTree; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const notes = new Map<string, readonly PandocNode[]>();
  let count = 0;
  const nameOf = (note: unknown): string => {
    count += 1;
    // Of a note with a label of its own, every use is a note to Pandoc.
    const { name = String(count), blocks } = takeLabel(note as PandocNode[]);
    if (!notes.has(name)) notes.set(name, []);
    const inner = mapNodes(blocks, change);
    notes.set(name, inner);
    return name;
  };
  const change = (node: PandocNode): PandocNode[] | undefined => {
    const { t, c } = node;
    if (t === 'Note')
      return [html(`<note-marker data-note="${escapeAttribute(nameOf(c))}"></note-marker>`)];
    if (t === 'Cite') return markCitation(c, change);
    const formula = formulaOf(node);
    if (formula !== undefined) {
      const display = formula.isDisplay ? ' data-display' : '';
      return [html(`<tex-formula${display}>${escapeAttribute(formula.tex.trim())}</tex-formula>`)];
    }
    if (t === 'RawInline' || t === 'RawBlock') return markRaw(node, remarks);
    return markChange(node, remarks, change);
  };
  const top = markersOfFacts(tree.meta, nameOf);
  const blocks = [...top, ...mapNodes(tree.blocks, change)];
  const texts = [...notes].flatMap(([name, content]) => [
    htmlBlock(`<note-text data-note="${escapeAttribute(name)}">`),
    ...content,
    htmlBlock('</note-text>'),
  ]);
  return { tree: { ...tree, meta: {}, blocks: [...blocks, ...texts] }, remarks };
}

/** Front matter has no notes: its markers stand in the title, from which they go below as those of headings do. */
function markersOfFacts(meta: PandocTree['meta'], nameOf: (note: unknown) => string): PandocNode[] {
  const signs = ['title', 'subtitle', 'author', 'date', 'abstract'].flatMap((field) => {
    const marked = mapNodes(meta[field], ({ t, c }) =>
      t === 'Note' ? [{ t: 'Str', c: noteSign('marker', nameOf(c)) }] : undefined,
    );
    return markerSigns(plainText(marked));
  });
  const [title = ''] = metaValues(meta['title']);
  return signs.length === 0
    ? []
    : [htmlBlock(`<h1>${escapeAttribute(title)}${signs.join('')}</h1>`)];
}

function takeLabel(blocks: PandocNode[]): { name?: string; blocks: PandocNode[] } {
  const [first, ...rest] = blocks;
  const inlines = Array.isArray(first?.c) ? (first.c as PandocNode[]) : [];
  const [word, ...others] = inlines;
  const sign =
    word?.t === 'Str' && typeof word.c === 'string' ? readSign('note', word.c) : undefined;
  if (first === undefined || sign === undefined) return { blocks };
  const words = sign.rest === '' ? trimStart(others) : [{ t: 'Str', c: sign.rest }, ...others];
  return { name: sign.name, blocks: [{ t: first.t, c: words }, ...rest] };
}

function trimStart([first, ...rest]: PandocNode[]): PandocNode[] {
  return first === undefined
    ? []
    : first.t === 'Space' || first.t === 'SoftBreak'
      ? rest
      : [first, ...rest];
}

function markCitation(
  c: unknown,
  change: (node: PandocNode) => PandocNode[] | undefined,
): PandocNode[] {
  const [citations, words] = cite.parse(c);
  const sources = citations.map(
    ({
      citationId,
      citationPrefix,
      citationSuffix,
      citationMode,
    }): CitedSource & { isInText: boolean } => ({
      id: citationId,
      prefix: plainText(citationPrefix).trim(),
      suffix: plainText(citationSuffix).trim(),
      suppressAuthor: citationMode.t === 'SuppressAuthor',
      isInText: citationMode.t === 'AuthorInText',
    }),
  );
  return [
    html(`<source-citation data-sources="${escapeAttribute(JSON.stringify(sources))}">`),
    ...mapNodes(mapNodes(words, commandAsWords), change),
    html('</source-citation>'),
  ];
}

/** Of a citation in LaTeX, Pandoc has no words but the command. */
function commandAsWords({ t, c }: PandocNode): PandocNode[] | undefined {
  return t === 'RawInline' && Array.isArray(c) ? [{ t: 'Str', c: String(c[1]) }] : undefined;
}

function markRaw({ c }: PandocNode, remarks: Remark[]): PandocNode[] | undefined {
  const [format, text] = z.tuple([z.string(), z.string()]).parse(c);
  if (/^html/.test(format)) return undefined;
  const words = text.trim();
  if (words !== '' && format !== 'openxml')
    remarks.push(meansNothing(words, format === 'tex' || format === 'latex' ? 'LaTeX' : format));
  return [];
}

export function meansNothing(words: string, language: string): Remark {
  const message = `“${excerpt(words, 100)}” is ${language} that means nothing here, and is left out.`;
  return { kind: 'not-understood', message };
}

/** Changes that Word tracks are accepted; comments go. */
function markChange(
  node: PandocNode,
  remarks: Remark[],
  change: (node: PandocNode) => PandocNode[] | undefined,
): PandocNode[] | undefined {
  const part = attributesOf(node);
  if (part === undefined) return undefined;
  const words = excerpt(plainText(part.content), 160);
  const by = part.values.get('author');
  const who = by === undefined ? '' : ` by ${by}`;
  const is = (name: string) => part.classes.includes(name);
  if (is('comment-start')) {
    remarks.push({ kind: 'left-out', message: `A comment${who}: “${words}”.` });
    return [];
  }
  if (is('comment-end') || is('paragraph-insertion') || is('paragraph-deletion'))
    return mapNodes([...part.content], change);
  if (is('deletion')) {
    if (words !== '')
      remarks.push({ kind: 'left-out', message: `Words that were struck out${who}: “${words}”.` });
    return [];
  }
  return is('insertion') ? mapNodes([...part.content], change) : undefined;
}

function html(markup: string): PandocNode {
  return { t: 'RawInline', c: ['html', markup] };
}

function htmlBlock(markup: string): PandocNode {
  return { t: 'RawBlock', c: ['html', markup] };
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
