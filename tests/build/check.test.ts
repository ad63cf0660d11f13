import { describe, expect, it, vi } from 'vitest';
import { makeSite } from '../support/make-site.ts';

describe('`npm run check`', () => {
  it('finds nothing in the content of the project', async () => {
    await using site = await makeSite();

    expect(await site.run('check')).toEqual({
      status: 0,
      output: 'Nothing stands in the way of a build.\n',
    });
  });

  it('prints every problem as data', async () => {
    await using site = await makeSite('faults/unknown-key');

    const { status, output } = await site.run('check', '--format', 'json');

    expect(status).toBe(1);
    expect(JSON.parse(output)).toHaveLength(5);
    expect(JSON.parse(output)[0]).toMatchObject({
      rule: 'citation-key-exists',
      file: 'content/essays/essay.mdx',
      line: 6,
      column: 12,
      nearest: 'roblin2018',
    });
  });

  it('annotates the lines of a pull request in GitHub Actions', async () => {
    await using site = await makeSite('faults/undefined-note');
    vi.stubEnv('GITHUB_ACTIONS', 'true');

    const { output } = await site.run('check');
    vi.unstubAllEnvs();

    expect(output).toContain(
      '::error file=content/essays/essay.mdx,line=6,col=18,endColumn=26,title=note-is-defined::',
    );
  });

  it('refuses an address of the site that would be wrong on every page', async () => {
    await using site = await makeSite();
    vi.stubEnv('SITE_URL_FOR_SCRIPTS', 'essays.example');

    const { status, output } = await site.run('check');
    vi.unstubAllEnvs();

    expect(status).toBe(1);
    expect(output).toContain('src/site.ts:1:1  error  site-address-is-well-formed');
    expect(output).toContain('is “essays.example”, which does not begin with https://.');
  });

  it('says what it takes when it is given anything else', async () => {
    await using site = await makeSite();

    const { status, output } = await site.run('check', '--loud');

    expect(status).toBe(2);
    expect(output).toContain('It takes --strict and --format.');
  });
});
