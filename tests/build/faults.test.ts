import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, makeSite } from '../support/make-site.ts';

const faults = await readdir(join(fixtures, 'faults'));

describe('a build with', () => {
  it.each(faults)(
    '%s fails, says all that is wrong, and leaves the last good site',
    async (name) => {
      await using site = await makeSite(`faults/${name}`);
      await mkdir(join(site.root, 'dist'));
      await writeFile(join(site.root, 'dist/index.html'), 'the last good site');

      const { status, output } = await site.run('build');

      expect(status).toBe(1);
      expect(output).toBe(await readFile(join(fixtures, 'faults', name, 'expected.txt'), 'utf8'));
      expect(await readdir(join(site.root, 'dist'))).toEqual(['index.html']);
      expect(await readFile(join(site.root, 'dist/index.html'), 'utf8')).toBe('the last good site');
    },
  );

  it('a fault fails too when Astro is called directly', async () => {
    await using site = await makeSite('faults/unknown-key');

    const { status, output } = await site.run('astro', 'build');

    expect(status).not.toBe(0);
    expect(output).toContain('content/essays/essay.mdx:6:12  error  citation-key-exists');
    expect(output).toContain('Did you mean “roblin2018”?');
  });
});
