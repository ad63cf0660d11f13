/**
 * The page of sources has an entry for every source, and each takes a millisecond to format. They are remembered
 * from build to build, each by all that it is made from.
 */
import { join } from 'node:path';
import type { ElementContent } from 'hast';
import { z } from 'zod';
import type { Content } from '../checking/check-content.ts';
import { bareCitation } from '../citations/citation.ts';
import { findKeys } from '../citations/find-citations.ts';
import { recall, remember } from '../disk/memory-file.ts';
import { citationFiles } from '../site.ts';
import { digest } from './content-digests.ts';
import type { BuildPlan } from './plan-build.ts';

const memoryFile = '.astro/source-entries.json';

/** By digest. It is written by the code that reads it: only its form is looked at. */
const memory = z.record(
  z.string(),
  z.array(z.custom<ElementContent>((value) => typeof value === 'object' && value !== null)),
);

/** Gives the formatter what it printed for the last build. */
export async function recallEntries(
  root: string,
  content: Content,
  plan: BuildPlan,
): Promise<void> {
  const known = recall(join(root, memoryFile), memory);
  if (known === undefined) return;
  const { library } = content;
  const { sourceFormatter } = await library.load();
  const digests = entryDigests(content, plan);
  const recalled = [...digests].flatMap(([key, name]): [string, ElementContent[]][] => {
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    return entry === undefined ? [] : [[bareCitation(key).text, entry]];
  });
  sourceFormatter?.recall(new Map(recalled));
}

export async function rememberEntries(
  root: string,
  content: Content,
  plan: BuildPlan,
): Promise<void> {
  const { library } = content;
  const { sourceFormatter } = await library.load();
  const digests = [...entryDigests(content, plan)];
  const entries = await sourceFormatter?.format(digests.map(([key]) => bareCitation(key)));
  if (entries === undefined) return;
  const named = digests.map(([, name], index) => [name, entries[index] ?? []] as const);
  remember(join(root, memoryFile), Object.fromEntries(named));
}

/** Digest, by key, of all that the entry of a cited source is made from. */
function entryDigests({ library, essays }: Content, { common, items }: BuildPlan) {
  const style = digest(`${common} ${library.textOf(citationFiles.sources) ?? ''}`);
  const cited = [...new Set(essays.flatMap(({ text }) => findKeys(text)))];
  return new Map(
    cited.flatMap((key): [string, string][] => {
      const item = items.get(key);
      return item === undefined ? [] : [[key, digest(style + item)]];
    }),
  );
}
