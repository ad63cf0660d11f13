import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workflows = join(root, '.github/workflows');

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.literal(true)),
});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

const read = async <T>(shape: z.ZodType<T>, name: string) =>
  shape.parse(JSON.parse(await readFile(join(root, name), 'utf8')));

describe('what the site is built with', () => {
  it('is pinned to exact versions, which the lockfile has with the digest of each', async () => {
    const { dependencies, devDependencies } = await read(manifest, 'package.json');
    const { packages } = await read(lockfile, 'package-lock.json');
    const named = Object.entries({ ...dependencies, ...devDependencies });

    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(
      named.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
    const installed = Object.entries(packages).filter(
      ([path]) => path !== '' && existsSync(join(root, path)),
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('runs no script on installation but those that are allowed by name', async () => {
    const { allowScripts } = await read(manifest, 'package.json');
    const { packages } = await read(lockfile, 'package-lock.json');
    const running = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));

    expect(running.filter((name) => !(name in allowScripts) && name !== 'fsevents')).toEqual([]);
  });
});

describe('a workflow', () => {
  it('names every action by the hash of a commit and its version, and may do little', async () => {
    const files = await readdir(workflows);
    expect(files).toContain('pages.yml');
    for (const file of files) {
      const text = await readFile(join(workflows, file), 'utf8');
      // One of this very commit has no hash of its own.
      const uses = (text.match(/uses: .*/g) ?? []).filter((each) => !each.includes('uses: ./'));

      expect(uses.length).toBeGreaterThan(0);
      expect(
        uses.filter((each) => !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each)),
      ).toEqual([]);
      expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } });
    }
  });
});
