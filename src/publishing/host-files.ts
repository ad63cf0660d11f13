/**
 * Security policies in the files that hosts read (`_headers`, `.htaccess`). As they stand in `public/` they hold
 * what is true of every page and can only be said in a header: that no other site may frame it. A build adds what
 * its pages allow themselves, all together, since a header is for all of them; a browser obeys both it and the
 * page's own.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Policy, writePolicy } from './policy.ts';

const names = ['_headers', '.htaccess'];
const headerOnly = "frame-ancestors 'none'";

/** The longest line that Cloudflare Pages reads; a site of more styles than fit has policies in its pages only. */
const longestLine = 2000;

export async function completeHostFiles(
  folder: string,
  policies: readonly Policy[],
): Promise<void> {
  const policy = `${writePolicy(unite(policies))};${headerOnly}`;
  if (policy.length > longestLine - 100) return;
  for (const name of names) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(headerOnly, () => policy),
    );
  }
}

/** What any of them allows. */
export function unite(policies: readonly Policy[]): Policy {
  const united: Record<string, string[]> = {};
  for (const [name, sources] of policies.flatMap((policy) => Object.entries(policy))) {
    const known = united[name] ?? [];
    united[name] = [...new Set([...known, ...sources])];
  }
  return Object.fromEntries(
    Object.entries(united).map(([name, sources]) => {
      const real = sources.filter((source) => source !== "'none'").sort();
      return [name, real.length === 0 ? ["'none'"] : real];
    }),
  );
}
