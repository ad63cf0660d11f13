/** A page is built before its editions are; here it learns how large they are. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Messages } from '../i18n/load-messages.ts';
import { type Edition, sizePlaceholder } from '../metadata/editions.ts';

/** Puts the size of each edition, as it lies in `folder` and as `words` say it, where the page has left a place. */
export async function fillSizes(
  html: string,
  offered: readonly Edition[],
  folder: string,
  words: Messages,
): Promise<string> {
  let page = html;
  for (const edition of offered) {
    const { size } = await stat(join(folder, edition.path));
    page = page.replaceAll(sizePlaceholder(edition), words.fileSize(size));
  }
  return page;
}
