/** The essay for archives: JATS 1.4, archiving tag set (ANSI/NISO Z39.96-2024), its text as Pandoc writes it. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Note } from '../essay/essay-record.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import { relativeLink } from '../metadata/relative-link.ts';
import { type EssayTree, type MarkerStyle, placeNotes } from './build-tree.ts';
import type { EditionDocument } from './document.ts';
import { jatsReference } from './jats-reference.ts';
import { writeText } from './pandoc.ts';
import { imageOf, mapNodes, type PandocNode, raw } from './pandoc-tree.ts';
import { remarksOf } from './remarks.ts';

/** Pandoc numbers its notes from 1, as the record does. */
const markers: MarkerStyle = {
  first: (marker) => [marker],
  again: (note) => [reference(note)],
  number: (note) => [reference(note)],
  link: ({ number }, words) => [
    raw('jats', `<xref ref-type="fn" rid="fn${number}">`),
    ...words,
    raw('jats', '</xref>'),
  ],
};

function reference({ number }: Note) {
  return raw('jats', `<xref ref-type="fn" rid="fn${number}">${number}</xref>`);
}

const template = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.4 20241031//EN" "https://jats.nlm.nih.gov/archiving/1.4/JATS-archivearticle1-4-mathml3.dtd">
<article xmlns:ali="http://www.niso.org/schemas/ali/1.0/" xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink" dtd-version="1.4" article-type="research-article" xml:lang="$language$">
$front$
<body>
$body$
</body>
<back>
$back$
$remarks$
$references$
</back>
</article>
`;

export async function makeJats(document: EditionDocument, tree: EssayTree): Promise<Uint8Array> {
  const placed = placeNotes(tree, document.record, markers);
  const raised = mapNodes(withPublishedImages(placed.blocks, document), ({ t, c }) =>
    t === 'Header' && Array.isArray(c)
      ? [{ t, c: [Math.max(1, Number(c[0]) - 1), ...c.slice(1)] }]
      : undefined,
  );
  const text = await writeText(
    { ...placed, blocks: raised },
    {
      to: 'jats_archiving',
      standalone: true,
      template: 'article.xml',
      variables: {
        language: document.essay.lang,
        front: toXml(frontOf(document)),
        remarks: toXml(editorsNotes(document)),
        references: toXml(referencesOf(document)),
      },
    },
    { 'article.xml': template },
  );
  return new TextEncoder().encode(text);
}

/** Pictures are not in the file: it says where they are published, or at least where they are from its own place. */
function withPublishedImages(
  blocks: readonly PandocNode[],
  { essay, address }: EditionDocument,
): PandocNode[] {
  return mapNodes([...blocks], (node) => {
    const image = imageOf(node);
    if (!image?.address.startsWith('/')) return undefined;
    const link = relativeLink(essay.path, image.address.slice(1));
    const published = address === undefined ? link : new URL(link, address).href;
    return [{ t: 'Image', c: [...image.rest, [published, '']] }];
  });
}

function frontOf({ essay, address, siteTitle }: EditionDocument) {
  const { title, authors, date, description } = essay;
  return x('front', [
    x('journal-meta', [x('journal-title-group', [x('journal-title', siteTitle)])]),
    x('article-meta', [
      x('title-group', [x('article-title', title)]),
      authors.length > 0
        ? x(
            'contrib-group',
            authors.map((name) =>
              x('contrib', { 'contrib-type': 'author' }, [x('string-name', name)]),
            ),
          )
        : undefined,
      dateOf(date),
      address === undefined ? undefined : x('self-uri', { 'xlink:href': address }, address),
      description === undefined
        ? undefined
        : x('abstract', { 'abstract-type': 'teaser' }, [x('p', description)]),
    ]),
  ]);
}

function dateOf({ iso, year, month, day }: PartialDate) {
  return x(
    'pub-date',
    { 'date-type': 'pub', 'publication-format': 'electronic', 'iso-8601-date': iso },
    [
      day === undefined ? undefined : x('day', String(day)),
      month === undefined ? undefined : x('month', String(month)),
      x('year', String(year)),
    ],
  );
}

/** Apart from the author's text, and marked as somebody else's. */
function editorsNotes(document: EditionDocument) {
  const { title, lead, items } = remarksOf(document);
  if (items.length === 0) return [];
  const paragraphs = [lead, ...items].map((text) => x('p', text));
  return [x('notes', { 'notes-type': 'editorial' }, [x('title', title), ...paragraphs])];
}

function referencesOf({ sources }: EditionDocument) {
  return sources.length === 0 ? [] : [x('ref-list', sources.map(jatsReference))];
}
