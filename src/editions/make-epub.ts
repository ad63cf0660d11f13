/** The essay for e-readers: EPUB 3, its notes shown in place, as Pandoc packs it. */
import { createHash } from 'node:crypto';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { areNamesAlone, bylinesOf } from '../essay/bylines.ts';
import type { Note } from '../essay/essay-record.ts';
import { langAttributes } from '../i18n/lang-attributes.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { type EssayTree, type MarkerStyle, placeNotes, withPackedImages } from './build-tree.ts';
import { figureBlock, heading, matterBlocks, paragraph, remarksBlocks } from './compose-blocks.ts';
import type { EditionDocument } from './document.ts';
import { bylineNodes, imprintOf, linkNodes, messagesOf } from './edition-matter.ts';
import { edit, makeZipReproducible } from './make-zip-reproducible.ts';
import { commentPart, markText } from './mark-parts.ts';
import { blobsOf } from './pack-images.ts';
import { writeArchive } from './pandoc.ts';
import { type PandocNode, raw, words } from './pandoc-tree.ts';
import { type LabelStyle, placeLabels } from './place-labels.ts';
import { readStyle } from './read-style.ts';

/** A marker after the first links to the one note, as Pandoc writes the first. */
const markers: MarkerStyle = {
  first: (marker) => [marker],
  number: ({ number }: Note) => [raw('html', `<a href="#fn${number}">${number}</a>`)],
  link: ({ number }, words) => [
    raw('html', `<a href="#fn${number}">`),
    ...words,
    raw('html', '</a>'),
  ],
  again: ({ number }: Note, use) => [
    raw(
      'html',
      `<a href="#fn${number}" class="footnote-ref" id="fnref${number}-${use}" epub:type="noteref" role="doc-noteref">${number}</a>`,
    ),
  ],
};

/** As on the page. */
const labels: LabelStyle = {
  label: (content) => [{ t: 'Span', c: [['', ['label'], []], content] }],
  heading: (content) => [{ t: 'Span', c: [['', ['label'], []], content] }],
  reference: (content, { label }) => [{ t: 'Link', c: [['', [], []], content, [`#${label}`, '']] }],
  equation: (formula, { label, number }) => [
    {
      t: 'Span',
      c: [
        [label, ['equation'], []],
        [formula, labelled(number)],
      ],
    },
  ],
};

function labelled(number: string): PandocNode {
  return { t: 'Span', c: [['', ['label'], []], words(`(${number})`)] };
}

/** `cover` is a PNG. */
export async function makeEpub(
  document: EditionDocument,
  tree: EssayTree,
  cover: ArrayBuffer,
): Promise<Uint8Array> {
  const { essay, record, figure } = document;
  const noted = placeNotes(tree, record, markers);
  const placed = withPackedImages(placeLabels(noted, record, labels), tree.images);
  const blocks = [
    heading(1, essay.title),
    ...(essay.subtitle ? [paragraph(essay.subtitle, 'subtitle')] : []),
    ...bylineBlocks(document),
    paragraph(imprintOf(document), 'date'),
    ...lines('links', linkNodes(document)),
    ...matterBlocks(document, tree, 'opening', commentPart, unlisted),
    ...(figure ? [figureBlock(figure, 'figure.svg')] : []),
    ...markText(placed.blocks, essay, commentPart),
    ...tree.sources,
    ...matterBlocks(document, tree, 'closing', commentPart),
    ...remarksBlocks(document),
    ...notesHeading(document),
  ];
  const files = {
    ...blobsOf(tree.images),
    'cover.png': new Blob([cover]),
    'essay.css': readStyle('epub.css'),
    ...(figure && { 'figure.svg': figure.svg }),
  };
  const epub = await writeArchive({ ...placed, blocks }, optionsOf(document), files);
  return makeZipReproducible(epub, [
    edit(/content\.opf$/, (text) => settlePackage(text, document)),
    edit(/(?:content\.opf|nav\.xhtml)$/, (text) => nameLandmarks(text, document)),
    edit(/text\/ch\d+\.xhtml$/, (text) =>
      nameChapter(headNotes(addBackLinks(text, document)), essay),
    ),
    edit(/text\/cover\.xhtml$/, (text) => nameCover(text, essay)),
  ]);
}

/** On one line where names alone are known. */
function bylineBlocks(document: EditionDocument): PandocNode[] {
  const { authors } = document.essay;
  if (areNamesAlone(bylinesOf(document.essay, messagesOf(document))))
    return authors.length > 0 ? [paragraph(authors.join(', '), 'authors')] : [];
  return lines('authors', bylineNodes(document));
}

/** Each in a division of the class `style`. */
function lines(style: string, content: readonly PandocNode[][]): PandocNode[] {
  return content.map((line) => ({ t: 'Div', c: [['', [style], []], [{ t: 'Para', c: line }]] }));
}

/** A heading that the table of contents leaves out. */
function unlisted(text: string): PandocNode {
  return { t: 'Header', c: [2, ['', ['unnumbered', 'unlisted'], []], words(text)] };
}

function optionsOf(document: EditionDocument) {
  const { essay, siteTitle, wordsLang, figure, images } = document;
  return {
    to: 'epub3',
    'html-math-method': { method: 'mathml' },
    css: ['essay.css'],
    'epub-cover-image': 'cover.png',
    'epub-title-page': false,
    metadata: {
      title: titlesOf(essay),
      'toc-title': loadMessages(wordsLang, wordsLang).contents,
      creator: essay.creators.map(({ text }) => ({ role: 'aut', text })),
      contributor: [
        ...essay.editor.map(({ text }) => ({ role: 'edt', text })),
        ...essay.translator.map(({ text }) => ({ role: 'trl', text })),
      ],
      lang: essay.lang,
      date: essay.date.iso,
      publisher: siteTitle,
      identifier: identifiersOf(document),
      subject: essay.keywords,
      ...(essay.summary && { description: essay.summary }),
      ...rightsOf(essay),
      ...(document.versions.original?.url && { source: document.versions.original.url }),
      ...(essay.series && { 'belongs-to-collection': essay.series.title }),
      ...(essay.series?.number && { 'group-position': essay.series.number }),
      accessModes: figure || Object.keys(images).length > 0 ? ['textual', 'visual'] : ['textual'],
      accessModeSufficient: ['textual'],
      accessibilityHazards: ['none'],
      accessibilityFeatures: [
        'readingOrder',
        'structuralNavigation',
        'tableOfContents',
        'alternativeText',
      ],
      accessibilitySummary: loadMessages(wordsLang, wordsLang).accessibilitySummary,
    },
  };
}

function titlesOf({ title, subtitle }: EditionDocument['essay']) {
  if (subtitle === undefined) return title;
  return [
    { type: 'main', text: title },
    { type: 'subtitle', text: subtitle },
  ];
}

function rightsOf({ copyright, license }: EditionDocument['essay']) {
  const parts = [copyright, license?.name, license?.url].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { rights: parts.join('. ') };
}

/** The first is that of the book; its DOI is one more. */
function identifiersOf(document: EditionDocument) {
  const { doi } = document.essay;
  const own = identifierOf(document);
  return doi === undefined ? own : [{ text: own }, { scheme: 'DOI', text: doi }];
}

/** The page's address where it is known; else a UUID of the essay's path (RFC 9562, version 8). */
function identifierOf({ address, essay }: EditionDocument): string {
  if (address !== undefined) return address;
  const hash = createHash('sha256').update(essay.path).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
  ];
  return `urn:uuid:${parts.join('-')}-${hash.slice(20, 32)}`;
}

/** EPUB asks for a whole moment of its last change; it gets the beginning of that date. */
function settlePackage(text: string, { essay: { date, modified } }: EditionDocument): string {
  const { year, month = 1, day = 1 } = modified ?? date;
  const moment = new Date(Date.UTC(year, month - 1, day)).toISOString().replace('.000', '');
  return text.replace(/(<meta property="dcterms:modified">)[^<]*/, `$1${moment}`);
}

/** Pandoc puts the notes behind everything else, so their heading comes last, and then goes to them. */
function notesHeading({ record, essay, wordsLang }: EditionDocument): PandocNode[] {
  if (record.notes.length === 0) return [];
  const { lang } = langAttributes(wordsLang, essay.lang);
  const attributes = [notesId, [], lang === undefined ? [] : [['lang', lang]]];
  const { notes } = loadMessages(wordsLang, wordsLang);
  return [{ t: 'Header', c: [2, attributes, words(notes)] }];
}

/** Not what a heading of the essay would be called. */
const notesId = 'notes_';

function headNotes(text: string): string {
  const section = new RegExp(
    `<section id="${notesId}"([^>]*)>\\s*(<h2[^>]*>.*?</h2>)\\s*</section>\\s*</section>\\s*(<section id="footnotes"[^>]*>)\\s*<hr */>`,
    's',
  );
  return text.replace(
    section,
    (_whole, _attributes: string, heading: string, opening: string) =>
      `</section>\n${opening}\n${heading.replace('<h2', `<h2 id="${notesId}"`)}`,
  );
}

/**
 * Where notes do not pop up they are read below the text: each gets its number, and the way back behind its last word,
 * with a letter for each use of a note with several. Pandoc writes neither in EPUB.
 */
function addBackLinks(text: string, { record, essay, wordsLang }: EditionDocument): string {
  const messages = loadMessages(wordsLang, wordsLang);
  const { lang } = langAttributes(wordsLang, essay.lang);
  const language = lang === undefined ? '' : ` lang="${lang}" xml:lang="${lang}"`;
  return record.notes.reduce((page, { number, uses }) => {
    const links = uses.map((_use, index) => {
      const id = index === 0 ? `fnref${number}` : `fnref${number}-${index + 1}`;
      const use = uses.length === 1 ? undefined : messages.letter(index);
      const name = messages.backToText({ use });
      return ` <a href="#${id}" role="doc-backlink" aria-label="${name}">${use ?? '↩\ufe0e'}</a>`;
    });
    const back = `<span class="back-links"${language}>${links.join('')}</span>`;
    const note = new RegExp(
      `(<aside [^>]*id="fn${number}">\\s*<p>)((?:(?!</aside>).)*?)(</p>\\s*)?(</aside>)`,
      's',
    );
    if (!note.test(page)) throw new Error(`Note ${number} is not in the EPUB.`);
    return page.replace(
      note,
      (_whole, opening: string, body: string, lastEnd: string | undefined, end: string) =>
        `${opening}<span class="note-number">${number}. </span>${body}${lastEnd === undefined ? `<p>${back}</p>` : back + lastEnd}${end}`,
    );
  }, text);
}

/** Pandoc calls a chapter by the name of its file when its title has more than words. */
function nameChapter(text: string, { title }: EditionDocument['essay']): string {
  return text.replace(/<title>[^<]*<\/title>/, () => toXml(x('title', title)));
}

/** Pandoc names the cover in English. */
function nameLandmarks(text: string, { wordsLang }: EditionDocument): string {
  const { cover } = loadMessages(wordsLang, wordsLang);
  return text.replace(/(?<=\stitle=")Cover(?=")|(?<=epub:type="cover">)Cover(?=<)/g, cover);
}

/** Pandoc's cover is a picture without a name. */
function nameCover(text: string, { title, lang }: EditionDocument['essay']): string {
  const name = toXml(x('svg', { role: 'img', 'aria-label': title, 'xml:lang': lang }));
  return text.replace(/<svg(?= )/, () => name.replace('></svg>', ''));
}
