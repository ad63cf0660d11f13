/** OpenDocument, of LibreOffice and others. */
import { zipSync } from 'fflate';
import { h } from 'hastscript';
import type { ReadDocument } from './document.ts';
import type { GivenFile } from './file-kind.ts';
import { isElement, listElements, replaceIn, wordsOf } from './hast.ts';
import { readByPandoc } from './read-by-pandoc.ts';
import { showFields } from './show-fields.ts';
import { statedDate } from './stated-date.ts';
import { textOfMarkup } from './text-of-markup.ts';
import { withBibliographies } from './with-bibliographies.ts';

type GivenArchive = Extract<GivenFile, { bytes: Uint8Array }>;

/** Pandoc reads the styles of Title, Author and Date as any other. */
export async function readOdt({ name, bytes, parts }: GivenArchive): Promise<ReadDocument> {
  const content = new TextDecoder().decode(parts.get('content.xml'));
  const shown = showFields(content);
  const input =
    shown === content
      ? bytes
      : zipSync({ ...Object.fromEntries(parts), 'content.xml': new TextEncoder().encode(shown) });
  const read = await readByPandoc(name, 'odt', input);
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
