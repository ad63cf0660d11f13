/** What a page refers to: links, and whatever a browser loads for it. */
import type { Attribute, Tag } from './read-tags.ts';

export interface Reference {
  readonly tag: Tag;
  readonly attribute: Attribute;
  /** One address; `srcset` has several. */
  readonly value: string;
}

const single = new Set(['href', 'src', 'poster', 'data', 'action', 'formaction', 'xlink:href']);
const several = new Set(['srcset', 'imagesrcset']);

export function referencesOf(tags: readonly Tag[]): Reference[] {
  return tags.flatMap((tag) =>
    tag.attributes.flatMap((attribute): Reference[] => {
      if (single.has(attribute.name)) return [{ tag, attribute, value: attribute.value.trim() }];
      if (!several.has(attribute.name)) return [];
      return candidatesOf(attribute.value).map((value) => ({ tag, attribute, value }));
    }),
  );
}

/** An attribute with every address in it changed. */
export function mapAddresses(
  { name, value }: Attribute,
  change: (address: string) => string,
): string {
  if (single.has(name)) return change(value.trim());
  if (!several.has(name)) return value;
  return value.replace(candidate, (_whole, before: string, address: string) => {
    return `${before}${change(address)}`;
  });
}

/** https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
const candidate = /(^\s*|,\s+)([^\s,][^\s]*[^\s,]|[^\s,])/g;

function candidatesOf(srcset: string): string[] {
  return [...srcset.matchAll(candidate)].map(([, , address = '']) => address);
}

/** Whether an address is of this site: neither another's, nor data, nor an anchor of the same page. */
export function isInternal(address: string): boolean {
  return address !== '' && !/^(?:#|[\\/]{2}|[a-z][a-z0-9+.-]*:)/i.test(address);
}

/** A file of the site, and what stood behind it in the address. */
export interface Target {
  /** Path from the top of the site, of a file that is there. */
  readonly file: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** Decoded, without its `#`; empty when there is none. */
  readonly anchor: string;
}

/**
 * The file that an internal address on the page `from` (path of its file) means; nothing when there is none.
 * A folder is its `index.html`, also when the slash at its end is missing.
 */
export function resolve(
  address: string,
  from: string,
  files: ReadonlySet<string>,
): Target | undefined {
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), anywhere);
  if (!URL.canParse(address, base)) return undefined;
  const { pathname, search, hash } = new URL(address, base);
  const path = decode(pathname.slice(1));
  const anchor = decode(hash.slice(1));
  if (path === undefined || anchor === undefined) return undefined;
  const file = [path, `${path}index.html`, `${path}/index.html`].find((each) => files.has(each));
  return file === undefined ? undefined : { file, query: search, anchor };
}

const anywhere = 'https://site.invalid/';

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
