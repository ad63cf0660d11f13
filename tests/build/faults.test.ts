import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSite } from '../support/built-site.ts';
import { faultNames, fixtures } from '../support/fixture-sites.ts';
import { leftovers } from '../support/run-build.ts';

describe('a build with', () => {
  it.each(faultNames)(
    '%s fails, says all that is wrong, and leaves the last good site',
    async (name) => {
      const { ok, output, root, dist } = await readSite(name);

      expect(ok).toBe(false);
      expect(output).toBe(await readFile(join(fixtures, name, 'expected.txt'), 'utf8'));
      expect(await readdir(dist)).toEqual(['index.html']);
      expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('the last good site');
      expect(await leftovers(root)).toEqual([]);
    },
  );
});
