/** A file beside an essay as the answer to a request, as a host would send it. */
import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Of what essays lead to; of anything else, a browser finds out itself. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv;charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html;charset=utf-8',
  '.html': 'text/html;charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.md': 'text/markdown;charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tsv': 'text/tab-separated-values;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** Fails, with nothing answered yet, when the file is gone. */
export async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const file = await open(path);
  const type = mediaTypes[extname(path).toLowerCase()];
  if (type !== undefined) response.setHeader('Content-Type', type);
  await pipeline(file.createReadStream(), response).catch((error: NodeJS.ErrnoException) => {
    // Whoever asked for it has gone.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
