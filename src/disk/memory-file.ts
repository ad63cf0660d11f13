/** What a build leaves below `.astro` for the next one. Nothing is lost without it but time. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/**
 * What is remembered in `file`, of this shape; nothing when there is no such file, or another version of the code
 * wrote it, or it is broken.
 */
export function recall<T>(file: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || error instanceof z.ZodError;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isUnreadable || isMissing) return undefined;
    throw error;
  }
}

/** Whoever reads it meanwhile gets all of the old or all of the new. */
export function remember(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
}
