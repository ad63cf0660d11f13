/** A page is built before its editions are; here it learns how large they are. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Edition, sizePlaceholder } from '../metadata/editions.ts';

/** Puts the size of each edition, as it lies in `folder`, where the page has left a place for it. */
export async function fillSizes(
  html: string,
  offered: readonly Edition[],
  folder: string,
): Promise<string> {
  let page = html;
  for (const edition of offered) {
    const { size } = await stat(join(folder, edition.path));
    page = page.replaceAll(sizePlaceholder(edition), formatSize(size));
  }
  return page;
}

/** "70 kB", in thousands as SI has it, and never nothing. */
export function formatSize(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
