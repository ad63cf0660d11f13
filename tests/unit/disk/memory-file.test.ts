import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recall, remember } from '../../../src/disk/memory-file.ts';

const shape = z.object({ quality: z.number() });
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
  file = join(folder, '.astro/memory.json');
});

afterEach(() => rm(folder, { recursive: true }));

describe('what a build leaves for the next', () => {
  it('is read as it was written', () => {
    expect(recall(file, shape)).toBeUndefined();

    remember(file, { quality: 11 });

    expect(recall(file, shape)).toEqual({ quality: 11 });
  });

  it.each([
    ['cut off', '{"quality":'],
    ['of another shape', '{"quality":"high"}'],
  ])('is nothing when it is %s', async (_what, text) => {
    remember(file, {});
    await writeFile(file, text);

    expect(recall(file, shape)).toBeUndefined();
  });

  it('is not taken for nothing when the disk refuses to read it', () => {
    remember(join(file, 'within'), {});

    expect(() => recall(file, shape)).toThrow('EISDIR');
  });
});
