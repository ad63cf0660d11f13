/**
 * The page of sources has an entry for every source, and each takes a millisecond to format. They are remembered
 * from build to build, each by all that it is made from.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementContent } from 'hast';
import { z } from 'zod';
import type { Content } from '../checking/check-content.ts';
import { bareCitation } from '../citations/citation.ts';
import { findKeys } from '../citations/find-citations.ts';
import { citationFiles } from '../site.ts';
import { digest } from './content-digests.ts';

const memoryFile = '.astro/source-entries.json';

/** By digest. It is written by the code that reads it: only its form is looked at. */
const memory = z.record(
  z.string(),
  z.array(z.custom<ElementContent>((value) => typeof value === 'object' && value !== null)),
);

/** Gives the formatter what it printed for the last build; `common` as in the plan of a build. */
export async function recallEntries(root: string, content: Content, common: string): Promise<void> {
  const file = join(root, memoryFile);
  if (common === '' || !existsSync(file)) return;
  const { sourceFormatter } = await content.library.load();
  const known = readMemory(readFileSync(file, 'utf8'));
  const digests = await entryDigests(content, common);
  const recalled = [...digests].flatMap(([key, name]): [string, ElementContent[]][] => {
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    return entry === undefined ? [] : [[bareCitation(key).text, entry]];
  });
  sourceFormatter?.recall(new Map(recalled));
}

export async function rememberEntries(
  root: string,
  content: Content,
  common: string,
): Promise<void> {
  const { sourceFormatter } = await content.library.load();
  const digests = [...(await entryDigests(content, common))];
  const entries = await sourceFormatter?.format(digests.map(([key]) => bareCitation(key)));
  if (entries === undefined) return;
  const named = digests.map(([, name], index) => [name, entries[index] ?? []] as const);
  writeFileSync(join(root, memoryFile), JSON.stringify(Object.fromEntries(named)));
}

/** Digest, by key, of all that the entry of a cited source is made from. */
async function entryDigests(
  { library, essays }: Content,
  common: string,
): Promise<Map<string, string>> {
  const { sources } = (await library.load()).bibliography;
  const style = digest(`${common} ${library.textOf(citationFiles.sources) ?? ''}`);
  const cited = [...new Set(essays.flatMap(({ text }) => findKeys(text)))];
  return new Map(
    cited.flatMap((key): [string, string][] => {
      const source = sources.get(key);
      return source === undefined ? [] : [[key, digest(style + JSON.stringify(source.item))]];
    }),
  );
}

function readMemory(text: string): z.infer<typeof memory> {
  try {
    return memory.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
