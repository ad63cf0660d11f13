import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withGone } from '../../../src/publishing/host-files.ts';
import { project } from '../../support/make-site.ts';

const paths = ['2014/05/gone/', '2014/05/c++/'];
const rule = 'RewriteRule ^(2014/05/gone/|2014/05/c\\+\\+/)(?:index\\.html)?$';

describe('what Apache does with addresses that were withdrawn', () => {
  it('comes before all else that it rewrites', async () => {
    const text = await readFile(join(project, 'public/.htaccess'), 'utf8');

    const [before = '', after = ''] = withGone(text, paths).split(rule);

    expect(before).toMatch(/RewriteEngine On\n {2}# Withdrawn/);
    expect(before).not.toContain('RewriteRule');
    expect(after).toContain('ErrorDocument 410 ');
    expect(after).toContain('.br [L]');
  });

  it.each([
    ['of another error page', '\trewriteengine on\n\tErrorDocument  404 "Gone."\n'],
    ['without one', 'RewriteEngine On'],
  ])('is said in a file %s', (_, text) => {
    const gone = withGone(text, paths);

    expect(gone.startsWith(text.split('\n')[0] ?? '')).toBe(true);
    expect(gone).toContain(rule);
    expect(gone).not.toContain('IfModule');
  });

  it('is said in a file that rewrites nothing', () => {
    const gone = withGone('DirectoryIndex index.html\n', paths);

    expect(gone).toMatch(
      /^DirectoryIndex index\.html\n\n<IfModule mod_rewrite\.c>\n {2}RewriteEngine On\n[^<]*<\/IfModule>\n$/,
    );
    expect(gone).toContain(rule);
  });
});
