import { spawnSync } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSite, startScript, type TestSite } from '../support/make-site.ts';
import {
  buildCommand,
  canMount,
  leftovers,
  snapshot,
  startBuild,
  untilBuilt,
} from '../support/run-build.ts';

const essayFile = 'content/essays/north-korea-and-russian-relations.mdx';
const command = buildCommand.map((word) => `'${word}'`).join(' ');

let site: TestSite;
let good: Record<string, string>;
let essay: string;

/** Makes the next build another one, so that nothing stays the same by chance. */
const edit = () =>
  writeFile(join(site.root, essayFile), essay.replace('As a founding', 'Once a founding'));
const spoil = () => writeFile(join(site.root, essayFile), `${essay}\n\nA fault.[@nobody2000]\n`);

beforeAll(async () => {
  site = await makeSite();
  essay = await readFile(join(site.root, essayFile), 'utf8');
  expect(await startBuild(site.root).result).toMatchObject({ status: 0 });
  good = await snapshot(join(site.root, 'dist'));
  await cp(join(site.root, 'dist'), join(site.root, 'good'), { recursive: true });
});

beforeEach(async () => {
  await writeFile(join(site.root, essayFile), essay);
  await rm(join(site.root, 'dist'), { recursive: true, force: true });
  await cp(join(site.root, 'good'), join(site.root, 'dist'), { recursive: true });
});

afterAll(() => site[Symbol.asyncDispose]());

describe('the last good site', () => {
  it.each([
    ['as it begins', (file: string) => file === '.dist-lock'],
    ['as the first page is written', (file: string) => file.endsWith('.html')],
    ['as the last page is written', (file: string) => /\.dist-next-\d+\/index\.html$/.test(file)],
    ['as copies are compressed', (file: string) => file.endsWith('.br')],
  ])(
    'stays when a build is killed %s, and the next build is as if nothing was',
    async (_when, isAwaited) => {
      await edit();
      const { child, result } = startBuild(site.root);
      await untilBuilt(site.root, isAwaited);
      child.kill('SIGKILL');
      const { signal } = await result;

      expect(signal).toBe('SIGKILL');
      expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
      expect(await leftovers(site.root)).not.toEqual([]);

      expect(await startBuild(site.root).result).toMatchObject({ status: 0 });
      expect(await snapshot(join(site.root, 'dist'))).not.toEqual(good);
      expect(await leftovers(site.root)).toEqual([]);
    },
  );

  it('comes back when a build was killed between its two renames, whatever comes next', async () => {
    await rename(join(site.root, 'dist'), join(site.root, '.dist-previous'));
    await spoil();

    const { status } = await startBuild(site.root).result;

    expect(status).toBe(1);
    expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });

  it('comes back for `npm run preview`, too', async () => {
    await rename(join(site.root, 'dist'), join(site.root, '.dist-previous'));

    const preview = await startScript(site, 'preview');
    const page = await fetch(`${preview.address}2019/index.html`);
    await preview.interrupt();

    expect(page.status).toBe(200);
    expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stays when a build gets %s, which leaves nothing else', async (signal, expected) => {
    await edit();
    const { child, result } = startBuild(site.root);
    await untilBuilt(site.root, (file) => file.endsWith('.html'));
    child.kill(signal);
    const { status, output } = await result;

    expect(status).toBe(expected);
    expect(output).toContain('Interrupted: dist/ is as it was.');
    expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });

  it('stays when the folder is read-only', async () => {
    await edit();
    const isMounting = canMount();
    if (!isMounting) await chmod(site.root, 0o555);
    const inReadOnly = `mount --bind . . && cd "$PWD" && mount -o remount,bind,ro . && exec ${command}`;
    const build = isMounting
      ? startBuild(site.root, ['unshare', '-m', 'sh', '-c', inReadOnly])
      : startBuild(site.root);
    const { status, output } = await build.result;
    if (!isMounting) await chmod(site.root, 0o755);

    expect(status).toBe(1);
    expect(output).toMatch(
      /The site cannot be written \(.*\): (?:the disk is read-only|the system allows no writing there)\.\n\nNothing was published: dist\/ is as it was\./,
    );
    expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
  });

  it('stays when files may not grow as big as they must', async () => {
    await edit();
    const { status, output } = await startBuild(site.root, [
      'bash',
      '-c',
      `ulimit -f 12; exec ${command}`,
    ]).result;

    expect(status).toBe(1);
    expect(output).toContain('a file is bigger than the system allows');
    expect(output).toContain('Nothing was published: dist/ is as it was.');
    expect(await snapshot(join(site.root, 'dist'))).toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });

  // Needs the right to mount a small disk, which a container's root often has.
  describe.runIf(canMount())('on a disk', () => {
    it.each([4, 60, 400])('stays when that is full after %i kB', async (room) => {
      await edit();
      const out = await mkdtemp(join(tmpdir(), 'essay-disk-'));
      const script = `
        mount -t tmpfs -o size=64m none /mnt && cp -a . /mnt/site && cd /mnt/site && rm -rf good .astro
        free=$(df --output=avail -k /mnt | tail -1)
        head -c $(( (free - ${room}) * 1024 )) /dev/zero > /mnt/filler
        ${command}; status=$?
        cp -a dist '${out}/dist'; ls -A > '${out}/names'; exit $status`;
      const { status, output } = await startBuild(site.root, ['unshare', '-m', 'sh', '-c', script])
        .result;
      const after = await snapshot(join(out, 'dist'));
      const names = await readFile(join(out, 'names'), 'utf8');
      await rm(out, { recursive: true });

      expect(output).toMatch(/The site cannot be written.*: the disk is full\./);
      expect(output).toContain('Nothing was published: dist/ is as it was.');
      expect(status).toBe(1);
      expect(after).toEqual(good);
      expect(names).not.toContain('.dist-');
    });
  });
});

describe('two builds at once', () => {
  it('are one build: the second says that there is a first, and does nothing', async () => {
    await edit();
    const first = startBuild(site.root);
    await untilBuilt(site.root, (file) => file === '.dist-lock');
    const second = await startBuild(site.root).result;
    const { status } = await first.result;

    expect(second.status).toBe(1);
    expect(second.output).toBe(
      `Another build of this site is under way (process ${first.child.pid}). Let it end first.\n\nNothing was published: dist/ is as it was.\n`,
    );
    expect(status).toBe(0);
    expect(await snapshot(join(site.root, 'dist'))).not.toEqual(good);
    expect(await leftovers(site.root)).toEqual([]);
  });

  it('are not taken for two because of a lock whose process is gone, or is another by now', async () => {
    const { pid = 0 } = spawnSync('true');
    for (const holder of [pid, process.pid]) {
      const lock = JSON.stringify({ pid: holder, started: 'long ago' });
      await writeFile(join(site.root, '.dist-lock'), lock);

      expect(await startBuild(site.root).result).toMatchObject({ status: 0 });
      expect(await leftovers(site.root)).toEqual([]);
    }
  });
});

describe('Ctrl-C', () => {
  it.each(['start', 'dev', 'preview'])('leaves nothing of `npm run %s` behind', async (script) => {
    await mkdir(join(site.root, '.astro'), { recursive: true });
    const before = await readdir(site.root);

    const running = await startScript(site, script);
    await running.interrupt();

    expect(await readdir(site.root)).toEqual(before);
    await expect(fetch(running.address)).rejects.toThrow();
  });
});
