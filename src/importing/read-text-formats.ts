/** Markdown, LaTeX, OpenDocument and JATS. */
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { climbs } from './check-archive.ts';
import { parseXml } from './check-xml.ts';
import type { ReadDocument, Remark } from './document.ts';
import { factsOfJats } from './facts-of-jats.ts';
import { factsOf } from './facts-of-pandoc.ts';
import type { GivenFile } from './file-kind.ts';
import { isElement, listElements, replaceIn, wordsOf } from './hast.ts';
import { noteSign } from './note-signs.ts';
import { metaValues } from './pandoc-text.ts';
import { type PandocReading, readByPandoc } from './read-by-pandoc.ts';
import { statedDate } from './stated-date.ts';
import { textOfMarkup } from './text-of-markup.ts';
import { elements, wordsIn } from './xast.ts';

type GivenArchive = Extract<GivenFile, { bytes: Uint8Array }>;

/** A file beside the document, by its path from there; `undefined` when there is none. */
export type Beside = (path: string) => Promise<Uint8Array | undefined>;

/** Quotation marks and dashes stay as they were typed; what GFM allows is allowed. */
const markdown =
  'markdown-smart-implicit_figures+lists_without_preceding_blankline-blank_before_header-blank_before_blockquote+autolink_bare_uris+task_lists+gfm_auto_identifiers-markdown_in_html_blocks';

export async function readMarkdown(
  name: string,
  text: string,
  beside: Beside,
): Promise<ReadDocument> {
  // A label is lost to Pandoc, and a note that is used twice is two to it.
  const marked = text.replace(
    /^( {0,3}\[\^([^\]\s]+)\]:)[ \t]*/gm,
    (_, start: string, label: string) => `${start} ${noteSign('note', label)} `,
  );
  const read = await readByPandoc(name, markdown, marked);
  return withBibliographies(name, read, metaValues(read.meta['bibliography']), beside);
}

export async function readLatex(name: string, text: string, beside: Beside): Promise<ReadDocument> {
  const read = await readByPandoc(name, 'latex', text);
  const named = [
    ...text.matchAll(/\\(?:addbibresource|bibliography)(?:\[[^\]]*\])?\{([^}]+)\}/g),
  ].flatMap(([, names = '']) => names.split(',').map((each) => each.trim()));
  return withBibliographies(
    name,
    read,
    named.map((each) => (/\.\w+$/.test(each) ? each : `${each}.bib`)),
    beside,
  );
}

/** Pandoc reads the styles of Title, Author and Date as any other. */
export async function readOdt({ name, bytes, parts }: GivenArchive): Promise<ReadDocument> {
  const read = await readByPandoc(name, 'odt', bytes);
  const content = new TextDecoder().decode(parts.get('content.xml'));
  const about = new TextDecoder().decode(parts.get('meta.xml'));
  const withoutNotes = content.replace(/<text:note\b[\s\S]*?<\/text:note>/g, '');
  const styled = (style: string) =>
    [
      ...withoutNotes.matchAll(
        new RegExp(`<text:[ph][^>]*text:style-name="${style}"[^>]*(?<!/)>(.*?)</text:[ph]>`, 'gs'),
      ),
    ].map(([, inner = '']) => plainXml(inner));
  const [title] = [...styled('Title'), ...elementTexts(about, 'dc:title')];
  const authors = styled('Author');
  const [date] = styled('Date').flatMap((typed) => {
    const iso = statedDate(typed);
    return iso === undefined ? [] : [{ typed, iso }];
  });
  const said = [title, ...authors, date?.typed].filter((each) => each !== undefined);
  const blocks = read.body.children.filter((node) => isElement(node));
  const end = blocks.findIndex((node) => !said.includes(wordsOf(node)));
  const above = blocks.slice(0, Math.max(end, 0));
  const markers = listElements({ type: 'root', children: above }).flatMap(({ node }) =>
    node.tagName === 'note-marker' ? [node] : [],
  );
  for (const node of above) replaceIn(read.body, node, []);
  // As a heading, from which they go below.
  if (markers.length > 0) read.body.children.unshift(h('h1', title ?? '', markers));
  const document = await withBibliographies(name, read, [], async () => undefined);
  return {
    ...document,
    facts: {
      ...document.facts,
      title,
      authors,
      date: date?.iso,
      keywords: elementTexts(about, 'meta:keyword'),
    },
    words: textOfMarkup(content, {
      isXml: true,
      within: ['office:text'],
      silent: [
        'text:table-of-content',
        'text:illustration-index',
        'text:table-index',
        'text:object-index',
        'text:alphabetical-index',
        'text:tracked-changes',
        'office:annotation',
        'text:note-citation',
        'svg:title',
        'svg:desc',
        'math:math',
      ],
      breaks: ['text:p', 'text:h', 'text:s', 'text:tab', 'text:line-break', 'text:note'],
    }),
    leftOut: said,
  };
}

function elementTexts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 'gs'))].map(
    ([, inner = '']) => plainXml(inner),
  );
}

function plainXml(xml: string): string {
  return textOfMarkup(xml, { isXml: true, breaks: ['text:s', 'text:tab', 'text:line-break'] })
    .replace(/\s+/g, ' ')
    .trim();
}

async function withBibliographies(
  name: string,
  read: PandocReading,
  named: readonly string[],
  beside: Beside,
): Promise<ReadDocument> {
  const { facts, remarks, top } = factsOf(read);
  const lost: Remark[] = [];
  const references: ReadDocument['references'][number][] =
    read.references === '' ? [] : [{ name, text: read.references, isFile: false }];
  for (const path of new Set(named)) {
    const bytes = climbs(path) ? undefined : await beside(path);
    if (bytes !== undefined)
      references.push({ name: path, text: new TextDecoder().decode(bytes), isFile: true });
    else
      lost.push(
        climbs(path)
          ? {
              kind: 'refused',
              message: `The bibliography “${path}” is not read: its path leads out of the folder. Name it on the command line.`,
            }
          : {
              kind: 'not-understood',
              message: `There is no bibliography “${path}” beside the document. Name it on the command line.`,
            },
      );
  }
  read.body.children.unshift(...top);
  return {
    source: name,
    body: read.body,
    facts,
    files: new Map(Object.entries(read.media)),
    references,
    remarks: [...remarks, ...lost, ...read.remarks],
    words: read.words,
    leftOut: metaValues(read.meta['date']),
  };
}

export async function readJats(name: string, text: string): Promise<ReadDocument> {
  const tree = parseXml(name, text);
  const read = await readByPandoc(name, 'jats', toXml(markJatsNotes(tree)));
  const document = await withBibliographies(name, read, [], async () => undefined);
  const article = elements(tree, 'article')[0];
  const stated = elements(tree, 'pub-date')
    .map(dateOf)
    .find((date) => date !== undefined);
  const lang = article?.attributes['xml:lang'] ?? document.facts.lang;
  return {
    ...document,
    facts: { ...document.facts, ...factsOfJats(tree), date: stated ?? document.facts.date, lang },
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

/** In a note, a number of another one is a word: “see note 4”. */
function unlinkNotes(note: Element): void {
  visit(note, 'element', (node, index, parent) => {
    if (node.name !== 'xref' || node.attributes['ref-type'] !== 'fn') return undefined;
    if (index === undefined || parent?.type !== 'element') return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** Notes with signs in their places, and what they say at the end of the text. */
function markJatsNotes(tree: Root): Root {
  const marked = structuredClone(tree);
  const texts: ElementContent[] = [];
  for (const note of elements(marked, 'fn')) unlinkNotes(note);
  visit(marked, 'element', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    if (node.name === 'xref' && node.attributes['ref-type'] === 'fn') {
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
