import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCache } from '../../../src/disk/cache.ts';

const day = 24 * 60 * 60 * 1000;
const names = ['pdf', 'docx'] as const;
const files = { pdf: new Uint8Array([1, 2, 3]), docx: new Uint8Array() };
const inputs = { title: 'An Essay', sources: [{ id: 'kim2019' }] };

let folder: string;

const open = (fingerprint = 'code of today') => openCache({ folder, fingerprint, names });
const entries = async () => {
  return (await readdir(folder)).filter((name) => !name.startsWith('.'));
};
const keep = async () => {
  await (await open()).write(inputs, files);
  return join(folder, (await entries())[0] ?? '');
};
const age = async (entry: string, days: number) => {
  const then = new Date(Date.now() - days * day);
  await utimes(entry, then, then);
};

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'cache-')), 'not/there/yet');
});

afterEach(() => rm(join(folder, '../../..'), { recursive: true }));

describe('what was made before', () => {
  it('is read byte for byte as it was written', async () => {
    await keep();

    expect(await (await open()).read(inputs)).toEqual(files);
  });

  it.each([
    ['inputs', 'code of today', { ...inputs, title: 'Other' }],
    ['code', 'code of tomorrow', inputs],
  ])('is not taken for what is made of other %s', async (_what, fingerprint, others) => {
    await keep();

    expect(await (await open(fingerprint)).read(others)).toBeUndefined();
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes: Buffer) => bytes.with(-1, 7)],
  ])('is missing when it is %s, until it is made again', async (_how, spoil) => {
    const entry = await keep();
    await writeFile(entry, spoil(await readFile(entry)));

    expect(await (await open()).read(inputs)).toBeUndefined();

    await keep();
    expect(await (await open()).read(inputs)).toEqual(files);
  });

  it('is missing when it goes while a build is under way, and can be written again', async () => {
    const cache = await open();
    await cache.write(inputs, files);
    await rm(folder, { recursive: true });

    expect(await cache.read(inputs)).toBeUndefined();

    await cache.write(inputs, files);
    expect(await cache.read(inputs)).toEqual(files);
  });

  it('is whole when many builds write it and read it at the same time', async () => {
    const caches = await Promise.all(Array.from({ length: 8 }, () => open()));

    const read = await Promise.all(
      caches.map(async (cache) => {
        await cache.write(inputs, files);
        return cache.read(inputs);
      }),
    );

    expect(read).toEqual(caches.map(() => files));
    expect(await entries()).toHaveLength(1);
  });

  it('leaves nothing beside it when it cannot be written', async () => {
    const cache = await open();
    const odd = { ...files, pdf: Symbol('no bytes') as never };

    await expect(cache.write(inputs, odd)).rejects.toThrow('could not be cloned');

    expect(await entries()).toEqual([]);
  });
});

describe('an entry', () => {
  it('is dropped when a cache is opened a month after its last use, and not before', async () => {
    const entry = await keep();
    await age(entry, 29);
    await open();
    expect(await entries()).toHaveLength(1);

    await age(entry, 31);
    await open();

    expect(await entries()).toEqual([]);
  });

  it('stays through a build that began before its month was over', async () => {
    const entry = await keep();
    const cache = await open();
    await age(entry, 31);

    expect(await cache.read(inputs)).toEqual(files);
  });

  it('lives for a month more after each use', async () => {
    const entry = await keep();
    await age(entry, 29);

    await (await open()).read(inputs);

    expect(Date.now() - (await stat(entry)).mtimeMs).toBeLessThan(day);
  });

  it('is as old as the disk says, whatever the clock of the process', async () => {
    const entry = await keep();
    vi.useFakeTimers({ now: Date.now() + 400 * day, toFake: ['Date'] });
    try {
      expect(await (await open()).read(inputs)).toEqual(files);
    } finally {
      vi.useRealTimers();
    }
    expect((await stat(entry)).mtimeMs).toBeLessThan(Date.now() + day);
  });
});
