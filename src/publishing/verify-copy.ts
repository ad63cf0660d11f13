/** Compares a copy of the site, in a folder or on a host, with the manifest of what was built. */
import { readFile } from 'node:fs/promises';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { digest, type Manifest, manifestName, pathFrom } from './manifest.ts';

export interface Comparison {
  /** Paths from the top of the site. */
  readonly missing: readonly string[];
  readonly different: readonly string[];
  /** Only a folder shows what it has beyond the manifest. */
  readonly additional: readonly string[];
  readonly same: number;
}

/** The bytes of a file of the copy; nothing when it has none of that name. */
type ReadCopy = (path: string) => Promise<Uint8Array | undefined>;

export async function compareFolder(manifest: Manifest, folder: string): Promise<Comparison> {
  const found = (await listFiles(folder)).map((file) => pathFrom(folder, file));
  const known = new Set([...Object.keys(manifest.files), manifestName]);
  const comparison = await compare(manifest, (path) =>
    readFile(join(folder, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }),
  );
  return { ...comparison, additional: found.filter((path) => !known.has(path)) };
}

/** Files that configure a host are left out, since it serves them to nobody. `address` is the top of the site. */
export function compareHost(manifest: Manifest, address: string): Promise<Comparison> {
  const top = address.replace(/\/?$/, '/');
  const served = Object.entries(manifest.files).filter(
    ([path]) => !/^(?:_headers|\.[^/]+)$/.test(path),
  );
  return compare({ files: Object.fromEntries(served) }, (path) =>
    download(new URL(path.split('/').map(encodeURIComponent).join('/'), top)),
  );
}

async function compare({ files }: Manifest, read: ReadCopy): Promise<Comparison> {
  const missing: string[] = [];
  const different: string[] = [];
  let same = 0;
  for (const [path, expected] of Object.entries(files)) {
    const bytes = await read(path);
    if (bytes === undefined) missing.push(path);
    else if (digest(bytes) === expected) same += 1;
    else different.push(path);
  }
  return { missing, different, additional: [], same };
}

/** Bytes as they come: `fetch` would undo the compression of a copy that is compressed on purpose. */
async function download(url: URL, redirects = 5): Promise<Uint8Array | undefined> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    const options = { headers: { 'Accept-Encoding': 'identity' }, timeout: 30_000 };
    const request = get(url, options, resolve).on('error', reject);
    request.on('timeout', () => {
      request.destroy(new Error(`${url.href} did not answer within 30 s.`));
    });
  });
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined && redirects > 0) {
    response.resume();
    return download(new URL(headers.location, url), redirects - 1);
  }
  const bytes = Buffer.concat(await response.toArray());
  if (statusCode === 404 || statusCode === 403) return undefined;
  if (statusCode !== 200) throw new Error(`${url.href} answered ${statusCode}.`);
  return bytes;
}
