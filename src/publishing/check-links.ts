/** Links of the built pages that lead nowhere, whoever wrote them. */
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Place } from '../problems/problem.ts';
import type { PageProblem } from './check-pages.ts';
import type { Tag } from './read-tags.ts';
import { isInternal, referencesOf, resolve } from './references.ts';

/** A link to a file of the site, or to a place in it. */
export interface PageLink {
  /** As the page has it. */
  readonly address: string;
  /** Path of the file from the top of the site; nothing when there is none at the address. */
  readonly file: string | undefined;
  /** Empty when it is to the file as a whole. */
  readonly anchor: string;
  readonly index: number;
}

/** What is needed of a page to check the links to it and from it. */
export interface LinkedPage {
  /** Path of the file from the top of the site. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly links: readonly (PageLink & { readonly place: Place })[];
}

/** Links inside the site, each once; those to the page's own anchors only where the anchor is missing. */
export function linksOf(
  tags: readonly Tag[],
  name: string,
  ids: readonly string[],
  files: ReadonlySet<string>,
): PageLink[] {
  const own = new Set(ids);
  const links = new Map<string, PageLink>();
  for (const { attribute, value } of referencesOf(tags)) {
    if (links.has(value)) continue;
    const isAnchor = value.startsWith('#');
    // Nearly all links of an essay are those of its notes, and their anchors are plain.
    if (isAnchor ? own.has(value.slice(1)) : !isInternal(value)) continue;
    const target = resolve(value, name, files);
    if (isAnchor && target !== undefined && isThere(target.anchor, own)) continue;
    const { file, anchor = '' } = target ?? {};
    links.set(value, { address: value, file, anchor, index: attribute.start });
  }
  return [...links.values()];
}

export function checkLinks(
  pages: readonly LinkedPage[],
  files: ReadonlySet<string>,
): PageProblem[] {
  const idsOf = new Map(pages.map(({ name, ids }) => [name, new Set(ids)]));
  return pages.flatMap(({ name, links }) =>
    links.flatMap(({ address, file, anchor, place }): PageProblem[] => {
      const about = { rule: 'link-leads-somewhere', file: name, place } as const;
      if (file === undefined || !files.has(file)) {
        // A page that was made before has its links from where it stands; an author writes them from the top.
        const words =
          file === undefined ? address : `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
        const message = `The link to “${words}” leads to no page and no file of the site.`;
        const nearest = nearestFile(words, files);
        return [{ ...about, message, nearest, words, length: address.length }];
      }
      const ids = idsOf.get(file);
      if (ids === undefined || isThere(anchor, ids)) return [];
      // As an author would write it, since the page has it from where it stands.
      const page = file.replace(/(?:^|(?<=\/))index\.html$/, '');
      const words = file === name ? `#${anchor}` : `/${page}#${anchor}`;
      const message = `The link to “${words}” leads to no anchor of /${page}.`;
      const nearest = nearestMatch(anchor, ids);
      return [{ ...about, message, nearest, words, length: address.length }];
    }),
  );
}

/** The top of a page is always there, and so is what a text fragment looks for itself. */
function isThere(anchor: string, ids: ReadonlySet<string>): boolean {
  const [id = ''] = anchor.split(':~:');
  return id === '' || id.toLowerCase() === 'top' || ids.has(id);
}

function nearestFile(address: string, files: ReadonlySet<string>): string | undefined {
  const path = address.replace(/[?#].*$/s, '').replace(/^(?:\.{0,2}\/)+|\/(?:index\.html)?$/g, '');
  const addresses = [...files].map((file) => file.replace(/(?:^|\/)index\.html$/, ''));
  const nearest = nearestMatch(path, addresses);
  return nearest === undefined ? undefined : `/${nearest}${files.has(nearest) ? '' : '/'}`;
}
