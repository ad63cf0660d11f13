/** The pictures that a built page shows, from the files of the built site. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The pictures in `html`, of the page at `path` from the top of the site in `folder`, by their addresses as they
 * stand there, which may hold them. One that is not a file of the site is left out: a build asks nobody for anything.
 */
export async function readImages(
  html: string,
  path: string,
  folder: string,
): Promise<Record<string, string>> {
  const top = 'https://site.invalid/';
  const images: Record<string, string> = {};
  for (const [, typed = ''] of html.matchAll(/<img\b[^>]*?\ssrc="([^"]*)"/g)) {
    const address = typed.replaceAll('&amp;', '&');
    const [, data] = /^data:image\/[^,]*;base64,(.*)$/.exec(address) ?? [];
    if (data !== undefined) images[address] = data;
    const url = new URL(address, top + path);
    if (url.origin !== new URL(top).origin) continue;
    const bytes = await readFile(join(folder, decodeURIComponent(url.pathname))).catch(
      () => undefined,
    );
    if (bytes !== undefined) images[address] = bytes.toString('base64');
  }
  return images;
}
