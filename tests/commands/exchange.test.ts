/**
 * The rules by which a site takes the place of the last, and what a disk does to them, without a site. Real builds are
 * in all-or-nothing.test.ts; the next one after a build that was killed is in build/next-build.test.ts.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeDiskFailure } from '../../src/disk/describe-disk-failure.ts';
import { lockBuild } from '../../src/publishing/build-lock.ts';
import { BuildStopped, beginBuild, endBuild } from '../../src/publishing/build-run.ts';
import { lockName, nextFolder, recoverSite, swapSite } from '../../src/publishing/swap-site.ts';
import { project } from '../support/fixture-sites.ts';
import { canMount, holdBuild, startBuild } from '../support/run-build.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'essay-exchange-'));
  put('dist', 'the last good site');
});

afterEach(() => {
  endBuild(root);
  rmSync(root, { recursive: true });
});

const put = (folder: string, text: string) => {
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'index.html'), text);
};
const published = () => readFileSync(join(root, 'dist/index.html'), 'utf8');
const names = () => readdirSync(root);

describe('the exchange of a site', () => {
  it('puts the new one into the place of the last, and leaves nothing else', () => {
    put('.dist-next-1', 'the new site');

    swapSite(root, join(root, '.dist-next-1'));

    expect(published()).toBe('the new site');
    expect(names()).toEqual(['dist']);
  });

  it('is undone when the new one cannot be moved', () => {
    expect(() => swapSite(root, join(root, '.dist-next-1'))).toThrow('ENOENT');

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('publishes the first site, too', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    put('.dist-next-1', 'the new site');

    swapSite(root, join(root, '.dist-next-1'));

    expect(published()).toBe('the new site');
  });
});

describe('the last good site', () => {
  it('comes back when a build was killed between the two renames of an exchange', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    put('.dist-previous', 'the last good site');
    put('.dist-next-1', 'the new site');

    recoverSite(root);

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('makes room for the new one when a build was killed after both', () => {
    put('.dist-previous', 'an older site');

    recoverSite(root);

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('stays when a build ends without a site', () => {
    const { folder } = beginBuild(root);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.html'), 'half a site');

    endBuild(root);

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('comes back as the next build begins, whatever becomes of that', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    put('.dist-previous', 'the last good site');

    beginBuild(root);
    endBuild(root);

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stays when a build gets %s, which leaves nothing else', async (signal, expected) => {
    const { child, result } = await holdBuild(root);
    child.kill(signal);
    const { status, output } = await result;

    expect(status).toBe(expected);
    expect(output).toContain('Interrupted: dist/ is as it was.');
    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('stays when a build is killed, and the next removes what that has left', async () => {
    const { child, result } = await holdBuild(root);
    child.kill('SIGKILL');
    await result;
    expect(names().sort()).toEqual([lockName, `.dist-next-${child.pid}`, 'dist'].sort());

    beginBuild(root);
    expect(names().sort()).toEqual([lockName, 'dist']);
    endBuild(root);

    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });
});

describe('two builds at once', () => {
  it('are one build: the second says that there is a first, and does nothing', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { child, result } = await holdBuild(root);

    expect(() => beginBuild(root)).toThrow(BuildStopped);

    expect(said).toHaveBeenCalledWith(
      `Another build of this site is under way (process ${child.pid}). Let it end first.`,
    );
    expect(existsSync(join(root, `.dist-next-${child.pid}/index.html`))).toBe(true);
    said.mockRestore();
    child.kill('SIGKILL');
    await result;
  });

  it('are two when they are of two sites, in one process', () => {
    const other = mkdtempSync(join(tmpdir(), 'essay-exchange-'));

    const folders = [beginBuild(root).folder, beginBuild(other).folder];
    endBuild(other);

    expect(folders).toEqual([nextFolder(root), nextFolder(other)]);
    expect(names()).toContain(lockName);
    rmSync(other, { recursive: true });
  });

  it('leave no listener behind in a process that builds many', () => {
    const listeners = () =>
      ['exit', 'SIGHUP', 'SIGINT', 'SIGTERM'].map((event) => process.listenerCount(event));
    const before = listeners();

    for (let build = 0; build < 3; build += 1) {
      beginBuild(root);
      endBuild(root);
    }

    expect(listeners()).toEqual(before);
  });
});

describe('the lock of a build', () => {
  const lock = () => join(root, lockName);

  it('names its holder, and can be taken when that lets go', () => {
    const first = lockBuild(lock());
    if ('pid' in first) throw new Error('It is held.');
    expect(lockBuild(lock())).toEqual({ pid: process.pid });
    expect(first.holds()).toBe(true);

    first.release();

    expect(existsSync(lock())).toBe(false);
    expect(lockBuild(lock())).toHaveProperty('release');
  });

  it('counts for nothing when its process is gone, or is another by now', () => {
    const { pid: gone } = spawnSync('true');
    for (const pid of [gone, process.pid]) {
      writeFileSync(lock(), JSON.stringify({ pid, started: 'long ago' }));

      expect(lockBuild(lock())).toHaveProperty('release');
      rmSync(lock());
    }
  });

  it('is another’s for a while when nothing stands in it yet, and then nobody’s', () => {
    writeFileSync(lock(), '');
    expect(lockBuild(lock())).toEqual({ pid: 0 });

    utimesSync(lock(), new Date(0), new Date(0));
    expect(lockBuild(lock())).toHaveProperty('release');
  });

  it('is not let go of by one who does not hold it any more', () => {
    const first = lockBuild(lock());
    if ('pid' in first) throw new Error('It is held.');
    writeFileSync(lock(), 'of another');

    first.release();

    expect(first.holds()).toBe(false);
    expect(readFileSync(lock(), 'utf8')).toBe('of another');
  });
});

describe('what a disk refuses', () => {
  const failure = (code: string, message = `${code}: refused, write '/site/dist/index.html'`) =>
    Object.assign(new Error(message), { code });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the quota of the disk is used up'],
    ['EFBIG', 'a file is bigger than the system allows'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'the system allows no writing there'],
    ['EPERM', 'the system allows no writing there'],
    ['EBUSY', 'another program uses it'],
    ['EMFILE', 'too many files are open'],
    ['EIO', 'the disk does not work'],
  ])('is said in words: %s', (code, words) => {
    expect(describeDiskFailure(failure(code))).toBe(
      `The site cannot be written (/site/dist/index.html): ${words}.`,
    );
  });

  it('is found below what Astro or Rolldown make of it', () => {
    const nested = new Error('Could not render.', { cause: failure('ENOSPC') });
    const rust = new Error('Could not write file in /site/dist/a.js\nNo space (os error 28)');

    expect(describeDiskFailure(nested)).toContain('the disk is full');
    expect(describeDiskFailure(rust)).toBe(
      'The site cannot be written (/site/dist/a.js): the disk is full.',
    );
  });

  it('is not said of anything else', () => {
    expect(describeDiskFailure(new Error('A bug.'))).toBeUndefined();
    expect(describeDiskFailure(failure('ENOENT'))).toBeUndefined();
    expect(describeDiskFailure('words')).toBeUndefined();
  });
});

describe('the last good site on a disk', () => {
  const fill = `'${process.execPath}' '${join(project, 'tests/support/fill-build.ts')}'`;
  const run = (script: string, shell = ['sh']) => startBuild(root, [...shell, '-c', script]).result;
  const mounted = ['unshare', '-m', 'sh'];

  it('stays when that is read-only', async () => {
    const isMounting = canMount();
    if (!isMounting) chmodSync(root, 0o555);
    const inReadOnly = `mount --bind . . && cd "$PWD" && mount -o remount,bind,ro . && exec ${fill}`;
    const { status, output } = await (isMounting ? run(inReadOnly, mounted) : run(fill));
    if (!isMounting) chmodSync(root, 0o755);

    expect(status).toBe(1);
    expect(output).toMatch(
      /The site cannot be written \(.*\): (?:the disk is read-only|the system allows no writing there)\.\n\nNothing was published: dist\/ is as it was\./,
    );
    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  it('stays when files may not grow as big as they must', async () => {
    const { status, output } = await run(`ulimit -f 12; exec ${fill}`, ['bash']);

    expect(status).toBe(1);
    expect(output).toBe(
      'The site cannot be written: a file is bigger than the system allows.\n\nNothing was published: dist/ is as it was.\n',
    );
    expect(published()).toBe('the last good site');
    expect(names()).toEqual(['dist']);
  });

  // Needs the right to mount a small disk, which a container's root often has.
  it.runIf(canMount()).each([0, 4])('stays when that is full after %i kB', async (room) => {
    const { status, output } = await run(
      `
        mount -t tmpfs -o size=1m none /mnt && cp -a . /mnt/site && cd /mnt/site
        free=$(df --output=avail -k /mnt | tail -1)
        head -c $(( (free - ${room}) * 1024 )) /dev/zero > /mnt/filler
        ${fill}; status=$?
        cat dist/index.html; ls -A; exit $status`,
      mounted,
    );

    expect(status).toBe(1);
    expect(output).toMatch(
      /The site cannot be written.*: the disk is full\.\n\nNothing was published: dist\/ is as it was\.\nthe last good sitedist\n$/,
    );
  });
});
