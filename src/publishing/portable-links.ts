/**
 * Links that authors wrote, made to work wherever the site is put: `/2019/09/essay/`, `../essay/` and `/image.png`
 * become relative and name the file. What leads nowhere stays as it was written, to be reported.
 */
import { relativeLink } from '../metadata/relative-link.ts';
import { applyEdits, type Edit, escapeAttribute, readTags, type Tag } from './read-tags.ts';
import { isInternal, mapAddresses, resolve } from './references.ts';

/** Whether a page has an address from the top of the site, or one that may lead to a folder. */
export function mayHaveFixedLinks(html: string): boolean {
  return fixedLink.test(html);
}

/** `name` is the path of the page's file from the top of the site; `files` are all of the site. */
export function makeLinksPortable(
  tags: readonly Tag[],
  name: string,
  files: ReadonlySet<string>,
): Edit[] {
  return linkEdits(tags, (address) => portable(address, name, files));
}

/** The page `from` as it is at `to`, both paths of files: its links lead where they led. */
export function movePage(
  html: string,
  from: string,
  to: string,
  files: ReadonlySet<string>,
): string {
  const edits = linkEdits(readTags(html), (address) => {
    const target = isInternal(address) ? resolve(address, from, files) : undefined;
    if (target === undefined || target.file === from) return address;
    return link(to, target.file) + rest(address);
  });
  return applyEdits(html, edits);
}

const fixedLink =
  /\s(?:href|src|poster|data|xlink:href)="(?:\/(?!\/)|(?:[^":#?]*\/(?:[^":/#?.]*|\.{1,2})|[^":/#?.]+|\.{1,2})["#?])|srcset="(?:\/|[^"]*\s\/)|url\(["']?\/(?!\/)/;

function portable(address: string, name: string, files: ReadonlySet<string>): string {
  const target = isInternal(address) ? resolve(address, name, files) : undefined;
  return target === undefined ? address : link(name, target.file) + rest(address);
}

/** Query and anchor, as they were written. */
function rest(address: string): string {
  return /[?#].*$/s.exec(address)?.[0] ?? '';
}

/** Letters of every script stay as they are; what would end or change an address does not. */
function link(from: string, file: string): string {
  const relative = relativeLink(from, file).replace(/[%?#\s"'<>\\`{|}^]/g, encodeURIComponent);
  return relative.split('/')[0]?.includes(':') ? `./${relative}` : relative;
}

function linkEdits(tags: readonly Tag[], change: (address: string) => string): Edit[] {
  return tags.flatMap((tag): Edit[] => {
    const attributes = tag.attributes.flatMap((attribute): Edit[] => {
      const value = mapAddresses(attribute, change);
      if (value === attribute.value) return [];
      const { name, start, end } = attribute;
      return [{ start, end, text: `${name}="${escapeAttribute(value)}"` }];
    });
    if (tag.name !== 'style') return attributes;
    const text = tag.text.replace(/(url\(\s*["']?)([^"')]+)/g, (_whole, before, address) => {
      return `${before}${change(address.trim())}`;
    });
    if (text === tag.text) return attributes;
    return [...attributes, { start: tag.end, end: tag.end + tag.text.length, text }];
  });
}
