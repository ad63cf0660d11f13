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
  withdrawn: readonly string[],
): Promise<void> {
  await addGone(join(folder, '.htaccess'), withdrawn);
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

async function addGone(file: string, withdrawn: readonly string[]): Promise<void> {
  if (withdrawn.length === 0 || !existsSync(file)) return;
  await writeFile(file, withGone(await readFile(file, 'utf8'), withdrawn));
}

/**
 * The text of an `.htaccess` with which Apache answers an address that was withdrawn with its page and 410 Gone
 * (RFC 9110, 15.5.11), whatever else its author has it do.
 */
export function withGone(text: string, withdrawn: readonly string[]): string {
  const paths = withdrawn.map((path) => path.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&')).join('|');
  const rules = `
  # Withdrawn, as the page that is there says; it is asked for again, to be sent with the status.
  RewriteCond %{ENV:REDIRECT_STATUS} ^$
  RewriteCond %{REQUEST_URI}::$0 ^/((?:.*?/)?)(.*)::\\2$
  RewriteRule ^(${paths})(?:index\\.html)?$ - [E=GONE:%1$1index.html,R=410,L]
  ErrorDocument 410 /%{reqenv:GONE}
`;
  // Before the copies, which would be sent in the place of the page.
  const engine = /^[ \t]*RewriteEngine[ \t]+On[ \t]*$/im;
  return engine.test(text)
    ? text.replace(engine, (line) => `${line}${rules}`)
    : `${text.trimEnd()}\n\n<IfModule mod_rewrite.c>\n  RewriteEngine On${rules}</IfModule>\n`;
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
