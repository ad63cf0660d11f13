import { mkdir, readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeSite, startScript } from '../support/make-site.ts';

it('`npm start` builds, serves on another port if its own is taken, and stops on Ctrl-C, which leaves nothing else', async () => {
  await using site = await makeSite('no-essays');
  const occupant = createServer();
  const port = await new Promise<string>((resolve) => {
    occupant.listen(0, 'localhost', () =>
      resolve(String((occupant.address() as AddressInfo).port)),
    );
  });
  for (const name of ['.astro', 'dist']) await mkdir(join(site.root, name));
  const before = await readdir(site.root);

  const started = await startScript(site, 'start', '--port', port);
  const sources = await fetch(`${started.address}sources/`);
  const nowhere = await fetch(`${started.address}nowhere/`);
  const sourcesText = await sources.text();
  const nowhereText = await nowhere.text();
  await started.interrupt();
  occupant.close();

  expect(new URL(started.address).port).not.toBe(port);
  expect(sourcesText).toMatch(/<h1[^>]*>Sources/);
  expect(nowhere.status).toBe(404);
  expect(nowhereText).toContain('Page not found');
  expect(started.output()).toMatch(/\(Ctrl-C stops it\)\.\n$/);
  expect(await readdir(site.root)).toEqual(before);
  expect(started.isRunning()).toBe(false);
});
