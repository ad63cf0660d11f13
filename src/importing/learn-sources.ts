/**
 * Notes that name one source in words alone become entries of the bibliography, where a reading of these words is
 * proved: the style prints just the same of it, and of no other reading.
 */
import type { ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { BibliographyFile } from '../bibliography/read-bibliography.ts';
import { readBibliography } from '../bibliography/read-bibliography.ts';
import { toPlain } from '../bibliography/rich-text.ts';
import type { CslItem } from '../bibliography/source.ts';
import { parseCitation, writeKey } from '../citations/citation.ts';
import { placeAlone } from '../citations/positions.ts';
import type { CitationFormatter } from '../formatting/citation-formatter.ts';
import { leadsElsewhere } from './bare-address.ts';
import { addReferences, type Shelf } from './cite-sources.ts';
import { isElement, listElements } from './hast.ts';
import { fold } from './match-notes.ts';
import { readNote } from './read-note.ts';

export interface TextNote {
  readonly name: string;
  readonly content: readonly ElementContent[];
}

export interface LearnedSources {
  /** What stands between the brackets of a citation, by the name of the note that it takes the place of. */
  readonly citations: ReadonlyMap<string, string>;
  readonly files: readonly BibliographyFile[];
  readonly newKeys: readonly string[];
}

type Formatter = Pick<CitationFormatter, 'withSources'>;

export async function learnSources(
  notes: readonly TextNote[],
  formatter: Formatter | undefined,
  shelf: Shelf,
): Promise<LearnedSources> {
  const proved = formatter === undefined ? [] : await prove(notes, formatter);
  return proved.length === 0
    ? { citations: new Map(), files: shelf.files, newKeys: [] }
    : addProved(proved, shelf);
}

interface Proved {
  readonly note: string;
  readonly item: CslItem;
  /** Behind the key: `, p. 12`. */
  readonly suffix: string;
}

async function prove(notes: readonly TextNote[], formatter: Formatter): Promise<Proved[]> {
  const readings = notes.flatMap(({ name, content }) => {
    const said = saidIn(content);
    const all = said.isLinkedElsewhere ? [] : readNote(said.words, said.emphasised);
    return all.map(({ item, locator }) => ({
      note: name,
      said,
      item,
      suffix: locator === undefined ? '' : `, ${locator.replaceAll('–', '-')}`,
    }));
  });
  // All at once, since each run of a style costs.
  const named = readings.map((each, index) => ({
    ...each,
    item: { ...each.item, id: `reading${index}` },
  }));
  const sources = new Map(named.map(({ item }) => [item.id, { item }]));
  const printed = await formatter
    .withSources({ sources })
    .format(
      named.map(({ item, suffix }) =>
        placeAlone(parseCitation(`${writeKey(item.id)}${suffix}`).citation),
      ),
    );
  const same = named.filter(({ said }, index) => isSame(said, saidIn(printed[index] ?? [])));
  return same.filter(({ note }) => same.filter((each) => each.note === note).length === 1);
}

interface Said {
  readonly words: string;
  readonly emphasised: readonly string[];
  /** Whether a link leads to what the words do not say. */
  readonly isLinkedElsewhere: boolean;
}

function saidIn(content: readonly ElementContent[]): Said {
  const root: Root = { type: 'root', children: [...content] };
  const elements = listElements(root).map(({ node }) => node);
  const words = fold(textOf(root));
  return {
    words,
    emphasised: elements
      .filter((node) => isElement(node, 'em', 'i'))
      .map((node) => fold(textOf(node)).replace(/[.,]$/, '')),
    isLinkedElsewhere: elements.some((node) => isElement(node, 'a') && leadsElsewhere(node, words)),
  };
}

/** A document without any italics may have lost them. */
function isSame(note: Said, printed: Said): boolean {
  const areSameItalics = note.emphasised.join('\n') === printed.emphasised.join('\n');
  return note.words === printed.words && (note.emphasised.length === 0 || areSameItalics);
}

/** Only what the bibliography has as it was read, afterwards; a source that it has otherwise is its author's to cite. */
function addProved(proved: readonly Proved[], shelf: Shelf): LearnedSources {
  const before = readBibliography(shelf.files);
  const known = [...before.bibliography.sources.values()];
  const isKnown = ({ title }: CslItem) =>
    known.some(({ item }) => fold(toPlain(item.title ?? '')) === title);
  const twins = proved.filter(({ item }) => isKnown(item));
  const wanted = proved.filter(({ item }) => !isKnown(item));
  const text = JSON.stringify(wanted.map(({ item }) => item));
  const { keys, files, newKeys } = addReferences(
    [{ name: 'notes', text, isFile: false }],
    new Set(wanted.map(({ item }) => item.id)),
    shelf,
  );
  const { sources } = readBibliography(files, before).bibliography;
  const keyOf = ({ item }: Proved) =>
    [keys.get(item.id), ...known.map(({ key }) => key)].find(
      (key) => key !== undefined && means(sources.get(key)?.item, item),
    );
  const kept = wanted.filter((each) => keyOf(each) !== undefined);
  if (kept.length < wanted.length) return addProved([...twins, ...kept], shelf);
  return {
    citations: new Map(
      proved.flatMap((each) => {
        const key = keyOf(each);
        return key === undefined ? [] : [[each.note, `${writeKey(key)}${each.suffix}`] as const];
      }),
    ),
    files,
    newKeys,
  };
}

function means(one: CslItem | undefined, other: CslItem): boolean {
  return one !== undefined && plain(one) === plain(other);
}

/** All of it but the key, in one order. */
function plain(item: CslItem): string {
  const { id: _, 'citation-key': __, ...rest } = item;
  return JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
