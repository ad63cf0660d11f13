import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/commands/run-check.ts';
import { listen } from '../support/check-site.ts';
import { planSite } from '../support/fixture-sites.ts';
import { makeSite, scriptEnvironment, type TestSite } from '../support/make-site.ts';

const fault = 'faults/unknown-key';
const { settings } = planSite(fault);
let site: TestSite;

beforeAll(async () => {
  site = await makeSite(fault);
});

afterAll(() => site[Symbol.asyncDispose]());

describe('`npm run check`', () => {
  it('finds nothing in the published essay', async () => {
    await using good = await makeSite();

    // By npm itself, which adds nothing to what an author reads.
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'check'], {
      cwd: good.root,
      env: { ...scriptEnvironment(good.root), NODE_OPTIONS: undefined },
      encoding: 'utf8',
    });

    expect({ status, output: stdout + stderr.replace(/^npm warn .*\n/gm, '') }).toEqual({
      status: 0,
      output: 'Nothing is wrong with the content. Where its links lead, npm run build looks at.\n',
    });
  });

  it('prints every problem as data', async () => {
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

  it('annotates pull requests in GitHub Actions, and refuses an address that would be wrong on every page', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const misplaced = { ...settings, site: { ...settings.site, url: 'essays.example' } };

    const { passed, output } = await listen(() =>
      runCheck({
        ...{ root: site.root, settings: misplaced, strict: false },
        ...{ uncited: 'counted', format: 'text' },
      }),
    );
    vi.unstubAllEnvs();

    expect(passed).toBe(false);
    expect(output).toContain(
      '::error file=content/essays/essay.mdx,line=6,col=12,endColumn=23,title=citation-key-exists::',
    );
    expect(output).toContain('src/site.ts:1:1  error  site-address-is-well-formed');
    expect(output).toContain('is “essays.example”, which does not begin with https://.');
  });

  it('says what it takes when it is given anything else', async () => {
    const { status, output } = await site.run('check', '--loud');

    expect(status).toBe(2);
    expect(output).toContain('It takes --strict, --all and --format.');
  });
});
