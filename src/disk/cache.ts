/** Keeps what is dear to make from build to build, and finds it again by all that it was made from. */
import { hash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';

export interface CacheOptions<Name extends string> {
  /** Absolute path. Builds may share it, even at the same time. */
  readonly folder: string;
  /** Of what makes the files, as `codeFingerprint` gives it. */
  readonly fingerprint: string;
  /** Names of the files that are made together. */
  readonly names: readonly Name[];
}

export interface FileCache<Name extends string> {
  /** The files made of exactly these inputs, which are values that JSON has; `undefined` when there are none. */
  read(inputs: unknown): Promise<Record<Name, Uint8Array> | undefined>;
  write(inputs: unknown, files: Readonly<Record<Name, Uint8Array>>): Promise<void>;
}

/** Days after which an entry that no build asked for is dropped, when a cache is opened. */
const lastingDays = 30;

export async function openCache<Name extends string>({
  folder,
  fingerprint,
  names,
}: CacheOptions<Name>): Promise<FileCache<Name>> {
  const shape = z.record(z.enum(names), z.instanceof(Uint8Array));
  await mkdir(folder, { recursive: true });
  const now = await readClock(folder);
  await dropUnused(folder, now);
  const fileOf = (inputs: unknown) =>
    join(folder, hash('sha256', JSON.stringify([fingerprint, names, inputs])));
  return {
    async read(inputs) {
      const file = fileOf(inputs);
      const entry = await readFile(file).catch(undefinedWhenMissing);
      const files = entry && unpack(entry);
      if (files === undefined) return undefined;
      await utimes(file, now, now).catch(undefinedWhenMissing);
      return shape.parse(files);
    },
    async write(inputs, files) {
      const file = fileOf(inputs);
      // Beside its place first: another build may read while this one writes.
      const draft = `${file}.${randomUUID()}`;
      await mkdir(folder, { recursive: true });
      try {
        await writeFile(draft, pack(files));
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        // Windows replaces no file that another build is reading, which has the same in it.
        if (codeOf(error) !== 'EPERM') throw error;
      }
    },
  };
}

/** The time as the disk has it, which a process may have otherwise: entries are as old as the disk says. */
async function readClock(folder: string): Promise<Date> {
  const clock = join(folder, '.clock');
  await writeFile(clock, ' ');
  return (await stat(clock)).mtime;
}

async function dropUnused(folder: string, now: Date): Promise<void> {
  const oldest = now.getTime() - lastingDays * 24 * 60 * 60 * 1000;
  const entries = (await readdir(folder)).map((name) => join(folder, name));
  const drops = entries.map(async (entry) => {
    const found = await stat(entry).catch(undefinedWhenMissing);
    if (found === undefined || found.mtimeMs >= oldest) return;
    await rm(entry, { recursive: true, force: true });
  });
  await Promise.all(drops);
}

const digestLength = 32;

function pack(files: unknown): Buffer {
  const body = serialize(files);
  return Buffer.concat([hash('sha256', body, 'buffer'), body]);
}

/** `undefined` when the disk has lost a part of it. */
function unpack(entry: Buffer): unknown {
  const body = entry.subarray(digestLength);
  const isWhole = hash('sha256', body, 'buffer').equals(entry.subarray(0, digestLength));
  return isWhole ? deserialize(body) : undefined;
}

function undefinedWhenMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
