/** An export of WordPress (WXR 1.2): each of its posts, with notes of its blocks and of its plug-ins. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Parser } from 'htmlparser2';
import { z } from 'zod';
import type { ReadDocument, Remark } from './document.ts';
import { wordsOf } from './hast.ts';
import { statedDate } from './stated-date.ts';
import { markShortcodes, takeInlineNotes } from './take-inline-notes.ts';
import { takeLinkedNotes } from './take-linked-notes.ts';
import { textOfHtml } from './text-of-markup.ts';

/** The fields of a post by their names in the file, and its own fields by theirs. */
interface Post {
  readonly fields: Map<string, string>;
  readonly own: Map<string, string>;
}

export interface WordpressExport {
  readonly posts: readonly (ReadDocument & { readonly address?: string | undefined })[];
  readonly remarks: readonly Remark[];
}

export function readWordpress(name: string, xml: string): WordpressExport {
  const { items, authors, lang } = readItems(xml);
  const kinds = Map.groupBy(items, ({ fields }) => fields.get('wp:post_type') ?? '');
  const posts = kinds.get('post') ?? [];
  const others = [...kinds].filter(([kind]) => kind !== 'post');
  const remarks = others.map(([kind, list]): Remark => {
    const count = `${list.length} of the kind “${kind}”`;
    return { kind: 'left-out', message: `Only posts are imported; not ${count}.` };
  });
  const isThere = ({ fields }: Post) =>
    !['trash', 'auto-draft', 'inherit'].includes(fields.get('wp:status') ?? '');
  return {
    posts: posts.filter(isThere).map((post) => readPost(name, post, authors, lang)),
    remarks,
  };
}

function readItems(xml: string) {
  const items: Post[] = [];
  const authors = new Map<string, string>();
  const author = new Map<string, string>();
  const meta = new Map<string, string>();
  let lang: string | undefined;
  let post: Post | undefined;
  let text = '';
  const parser = new Parser(
    {
      onopentag(tag) {
        text = '';
        if (tag === 'item') post = { fields: new Map(), own: new Map() };
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag(tag) {
        if (tag === 'item' && post !== undefined) {
          items.push(post);
          post = undefined;
        } else if (tag === 'wp:postmeta')
          post?.own.set(meta.get('wp:meta_key') ?? '', meta.get('wp:meta_value') ?? '');
        else if (tag.startsWith('wp:meta_')) meta.set(tag, text);
        else if (tag === 'wp:author')
          authors.set(
            author.get('wp:author_login') ?? '',
            author.get('wp:author_display_name') ?? '',
          );
        else if (tag.startsWith('wp:author_')) author.set(tag, text);
        else if (tag === 'language' && post === undefined) lang = text.trim();
        else if (post !== undefined && !post.fields.has(tag)) post.fields.set(tag, text);
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { items, authors, lang };
}

function readPost(
  name: string,
  { fields, own }: Post,
  authors: ReadonlyMap<string, string>,
  lang: string | undefined,
): ReadDocument & { readonly address?: string | undefined } {
  const field = (tag: string) => fields.get(tag)?.trim() || undefined;
  const plain = (tag: string) => {
    const html = field(tag);
    return html === undefined ? undefined : wordsOf(fromHtml(html, { fragment: true }));
  };
  const title = plain('title');
  const creator = field('dc:creator');
  const author = authors.get(creator ?? '')?.trim() || creator;
  const status = field('wp:status');
  const html = htmlOf(field('content:encoded') ?? '', own.get('footnotes'));
  const body = readContent(html);
  const unread = [...new Set(textShortcodes(body))];
  return {
    source: `${name}, “${title ?? field('wp:post_name') ?? 'without a title'}”`,
    body,
    facts: {
      title,
      authors: author === undefined ? [] : [author],
      date: statedDate(field('wp:post_date')?.replace(/^0000.*/, '') ?? ''),
      lang,
      description: plain('excerpt:encoded') || undefined,
      name: decodeName(field('wp:post_name')),
    },
    files: new Map(),
    references: [],
    words: textOfHtml(html),
    address: field('link'),
    remarks: [
      ...(status === 'publish' || status === undefined
        ? []
        : [
            {
              kind: 'offered',
              message: `It was no published post there, but “${status}”.`,
            } as const,
          ]),
      ...unread.map(
        (typed): Remark => ({
          kind: 'not-understood',
          message: `“${typed}” is a shortcode that means nothing here; it stands in the text.`,
        }),
      ),
    ],
  };
}

function decodeName(name: string | undefined): string | undefined {
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

const footnotes = z.array(z.looseObject({ id: z.string(), content: z.string() }));

function htmlOf(content: string, notes: string | undefined): string {
  const listed = readFootnotes(notes)
    .map(({ id, content: text }) => `<li id="${id}">${text}</li>`)
    .join('');
  const html = breakParagraphs(markShortcodes(readCaptions(content)));
  return `${html}${listed === '' ? '' : `<ol class="wp-block-footnotes">${listed}</ol>`}`;
}

function readContent(html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  takeInlineNotes(tree);
  takeLinkedNotes(tree);
  return tree;
}

/** The block of footnotes keeps them beside the text, as JSON. */
function readFootnotes(json: string | undefined) {
  if (!json) return [];
  try {
    return footnotes.safeParse(JSON.parse(json)).data ?? [];
  } catch {
    return [];
  }
}

/** Of a caption older than WordPress 3.4 the words are an attribute. */
function readCaptions(content: string): string {
  return content
    .replace(
      /\[caption([^\]]*)\]\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:<\/a>)?)([\s\S]*?)\[\/caption\]/g,
      (_, attributes: string, picture: string, words: string) => {
        const said = /\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? '';
        return `<figure>${picture}<figcaption>${words.trim() || said}</figcaption></figure>`;
      },
    )
    .replace(/\[embed[^\]]*\]\s*(\S+?)\s*\[\/embed\]/g, '<a href="$1">$1</a>');
}

const blocks =
  'address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul';
const opening = new RegExp(`<(?:${blocks})\\b[^>]*>`, 'gi');
const closing = new RegExp(`</(?:${blocks})>`, 'gi');
const block = new RegExp(`^\\s*(?:</?(?:${blocks})\\b|\uE002)`, 'i');

/** The old editor keeps paragraphs as empty lines, and lines as lines, but where there are blocks. */
function breakParagraphs(html: string): string {
  if (/<!--\s*wp:/.test(html)) return html;
  const held: string[] = [];
  const hold = (whole: string) => `\uE002${held.push(whole) - 1}\uE003`;
  return html
    .replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/gi, (whole) => `\n\n${hold(whole)}\n\n`)
    .replace(/<note-inline>[\s\S]*?<\/note-inline>/g, (whole) =>
      hold(whole).replace('\uE002', '\uE004'),
    )
    .replace(opening, '\n\n$&')
    .replace(closing, '$&\n\n')
    .split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)+/)
    .filter((part) => part.trim() !== '')
    .map((part) =>
      block.test(part) ? part : `<p>${part.trim().replace(/\r\n|\n|\r/g, '<br>')}</p>`,
    )
    .join('\n')
    .replace(/[\uE002\uE004](\d+)\uE003/g, (_, index: string) => held[Number(index)] ?? '');
}

function textShortcodes(body: Root): string[] {
  const found: string[] = [];
  const go = (node: Root | Root['children'][number]) => {
    if (node.type === 'text')
      found.push(
        ...(node.value.match(/\[\/?[a-z][\w-]*(?:\s[^\]]*=[^\]]*)?\](?!\()/g) ?? []).filter(
          (typed) => /=|_|-|^\[\/|^\[gallery\]/.test(typed),
        ),
      );
    if ('children' in node) node.children.forEach(go);
  };
  go(body);
  return found;
}
