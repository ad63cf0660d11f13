/** Builds the sites that the browser tests read, serves them, and takes them down again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { makeSite } from './make-site.ts';

/** Playwright's global setup. The addresses reach the tests through the environment. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const sites: Awaited<ReturnType<typeof serveSite>>[] = [];
  for (const [name, fixture] of [
    ['PUBLISHED_SITE', undefined],
    ['SECOND_SITE', 'second-essay'],
    ['KITCHEN_SINK_SITE', 'kitchen-sink'],
  ] as const) {
    const site = await serveSite(fixture);
    process.env[name] = site.address;
    sites.push(site);
  }
  return async () => {
    for (const { stop } of sites) await stop();
  };
}

async function serveSite(fixture?: string) {
  const site = await makeSite(fixture);
  const { status, output } = await site.run('build', '--no-editions');
  if (status !== 0) throw new Error(output);
  const server = createServer(sirv(join(site.root, 'dist'), { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await site[Symbol.asyncDispose]();
    },
  };
}
