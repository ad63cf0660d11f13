/** An essay as it is published, and the sources of the site: what every rendering for machines is made from. */
import { isoDate, type RobustLink, robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem } from '../bibliography/source.ts';
import type { NoteUse } from '../citations/notes.ts';
import { sourceAnchor } from '../citations/source-anchor.ts';
import type { Essay } from '../essay/essay.ts';
import { citedKeys, type EssayRecord, type Note } from '../essay/essay-record.ts';
import type { Versions } from '../essay/versions.ts';
import type { SiteIdentity } from '../site.ts';
import { absoluteUrl } from './absolute-url.ts';
import { essayItem } from './essay-item.ts';

export interface PublishedEssay {
  readonly essay: Essay;
  /** Its absolute address; absent when nobody says where the site is published. */
  readonly url: string | undefined;
  readonly record: EssayRecord;
  /** The same essay in other languages. */
  readonly versions: Versions;
  /** What it cites, in order of first citation. */
  readonly sources: readonly CitedSource[];
  /** The essay itself as an item that can be cited. */
  readonly item: CslItem;
}

/** The essay as a reference in the styles that readers are asked for most: HTML of words and emphasis. */
export type EssayReference = Readonly<Record<'chicago' | 'apa' | 'mla', string>>;

/** Language of those styles' own words. */
export const referenceLang = 'en';

export interface CitedSource {
  readonly key: string;
  readonly item: CslItem;
  /** Its web addresses, the one to follow first. */
  readonly links: readonly RobustLink[];
}

/** A source of the site, with all that cites it. */
export interface ListedSource extends CitedSource {
  /** The letter it is filed under; empty where its name begins with none. */
  readonly initial: string;
  /** Its anchor on the page of sources. */
  readonly anchor: string;
  readonly uses: readonly SourceUse[];
}

/** One marker that leads to a note which cites the source. */
export interface SourceUse {
  readonly essay: Essay;
  readonly note: Note;
  readonly use: NoteUse;
}

export function publishEssay(
  essay: Essay,
  record: EssayRecord,
  items: Readonly<Record<string, CslItem>>,
  site: SiteIdentity,
  versions: Versions = { original: undefined, translations: [] },
): PublishedEssay {
  const url = absoluteUrl(essay.path, site.url);
  const cited = citedKeys(record).flatMap((key): CitedSource[] => {
    const item = Object.hasOwn(items, key) ? items[key] : undefined;
    return item === undefined ? [] : [{ key, item, links: robustLinks(item) }];
  });
  const item = essayItem(essay, site, versions.original?.title);
  return { essay, url, record, versions, sources: cited, item };
}

/** All that is cited on the site, by author, year and title. */
export function listSources(essays: readonly PublishedEssay[], lang: string): ListedSource[] {
  const listed = new Map<string, CitedSource & { uses: SourceUse[] }>();
  for (const { essay, record, sources } of essays) {
    const uses = record.notes.flatMap((note) =>
      note.keys.flatMap((key) => note.uses.map((use) => ({ key, use: { essay, note, use } }))),
    );
    const byKey = Map.groupBy(uses, ({ key }) => key);
    for (const source of sources) {
      const entry = listed.get(source.key) ?? { ...source, uses: [] };
      entry.uses.push(...(byKey.get(source.key) ?? []).map(({ use }) => use));
      listed.set(source.key, entry);
    }
  }
  const { compare } = new Intl.Collator(lang);
  return [...listed.values()]
    .map((source) => {
      const order = sortKeys(source.item);
      const [, initial = ''] = /^(\p{L})/u.exec(order[0] ?? '') ?? [];
      return {
        source: {
          ...source,
          initial: initial.toLocaleUpperCase(lang),
          anchor: sourceAnchor(source.key),
        },
        order,
      };
    })
    .sort(
      (a, b) =>
        a.order
          .map((key, index) => compare(key, b.order[index] ?? ''))
          .find((difference) => difference !== 0) ?? 0,
    )
    .map(({ source }) => source);
}

function sortKeys({ author, editor, title = '', publisher = '', issued, id }: CslItem): string[] {
  const names = (author ?? editor ?? []).map(({ family, given = '', literal }) =>
    family === undefined ? (literal ?? '') : `${family} ${given}`,
  );
  return [names.join(' ') || publisher || title, isoDate(issued) ?? '', title, id];
}
