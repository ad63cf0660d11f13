/** A page is built before its editions are; here it learns how large they are. */
import { type Edition, sizePlaceholder } from '../metadata/editions.ts';
import type { Editions } from './document.ts';

/** Puts the size of each edition where the page has left a place for it. */
export function fillSizes(html: string, offered: readonly Edition[], editions: Editions): string {
  return offered.reduce(
    (page, edition) =>
      page.replaceAll(sizePlaceholder(edition), formatSize(editions[edition.format].length)),
    html,
  );
}

/** "70 kB", in thousands as SI has it, and never nothing. */
export function formatSize(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
