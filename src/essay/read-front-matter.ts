import { type Document, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type FrontMatter, frontMatter } from './front-matter.ts';

/** Front matter, parsed once for all who ask: as YAML with its places, as data, and as fields. */
export interface ReadFrontMatter {
  /** What stands between the dashes, or `undefined` when there are none. */
  readonly yaml: string | undefined;
  /** Offsets count from the line of the opening dashes, as if that were empty. */
  readonly document: Document;
  /** Why it is no data although it is YAML: an alias that leads nowhere. */
  readonly failure: Error | undefined;
  /** `undefined` when it is faulty. */
  readonly fields: FrontMatter | undefined;
  readonly issues: readonly z.core.$ZodIssue[];
  /** What stands in it as it was typed, as far as it can be read. */
  readonly data: Readonly<Record<string, unknown>>;
}

export function readFrontMatter(yaml: string | undefined): ReadFrontMatter {
  // YAML 1.1, as most tools read front matter, knows moments: without the tag a day would be a word.
  const document = parseDocument(`\n${yaml ?? ''}`, { customTags: ['timestamp'] });
  const data = document.errors.length > 0 ? undefined : readData(document);
  const failure = data instanceof Error ? data : undefined;
  const parsed =
    data === undefined || failure !== undefined ? undefined : frontMatter.safeParse(data);
  const isReadable = typeof data === 'object' && data !== null && failure === undefined;
  return {
    yaml,
    document,
    failure,
    fields: yaml === undefined ? undefined : parsed?.data,
    issues: parsed?.error?.issues ?? [],
    data: isReadable ? { ...data } : {},
  };
}

function readData(document: Document): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    if (error instanceof ReferenceError) return error;
    throw error;
  }
}
