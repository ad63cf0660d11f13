/** The essay as it is published and as a bare page, from one server, so that nothing else differs. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { compressFiles } from '../../src/publishing/compress-files.ts';
import { makeSite } from '../support/make-site.ts';
import { writeBarePage } from './bare-page.ts';

export interface ServedPages extends AsyncDisposable {
  readonly ours: ServedPage;
  readonly bare: ServedPage;
}

export interface ServedPage {
  readonly address: string;
  readonly html: string;
}

const essay = '2019/09/north-korea-and-russian-relations/index.html';

/** Builds the site, and serves both over HTTP/1.1 with the compressed copies that static hosts send. */
export async function servePages(): Promise<ServedPages> {
  await using owned = new AsyncDisposableStack();
  const site = owned.use(await makeSite());
  const { status, output } = await site.run('build');
  if (status !== 0) throw new Error(`The site cannot be built:\n${output}`);
  const dist = join(site.root, 'dist');
  const html = await readFile(join(dist, essay), 'utf8');
  const bareHtml = writeBarePage(html);
  await mkdir(join(dist, 'bare'));
  await writeFile(join(dist, 'bare/index.html'), bareHtml);
  await compressFiles(join(dist, 'bare'));
  const server = createServer(sirv(dist, { brotli: true, etag: true, maxAge: 0 }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  owned.defer(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port is free.');
  const address = (path: string) => `http://127.0.0.1:${bound.port}/${path}`;
  const serving = owned.move();
  return {
    ours: { address: address(essay), html },
    bare: { address: address('bare/index.html'), html: bareHtml },
    [Symbol.asyncDispose]: () => serving.disposeAsync(),
  };
}
