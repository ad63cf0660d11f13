/** Serves the sites that the browser tests read, and takes them down again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import ensureSites from './ensure-sites.ts';
import { siteRoot } from './fixture-sites.ts';

/** Playwright's global setup. The addresses reach the tests through the environment. */
export default async function serveSites(): Promise<() => Promise<void>> {
  await ensureSites();
  const sites: Awaited<ReturnType<typeof serveSite>>[] = [];
  for (const [name, fixture] of [
    ['PUBLISHED_SITE', 'published-essay'],
    ['SECOND_SITE', 'second-essay'],
    ['KITCHEN_SINK_SITE', 'kitchen-sink'],
    ['EVERY_FIELD_SITE', 'every-field'],
    ['LANGUAGES_SITE', 'languages'],
    ['MAPS_SITE', 'maps'],
  ] as const) {
    const site = await serveSite(fixture);
    process.env[name] = site.address;
    sites.push(site);
  }
  return async () => {
    for (const { stop } of sites) await stop();
  };
}

async function serveSite(name: string) {
  const server = createServer(sirv(join(siteRoot(name), 'dist'), { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
