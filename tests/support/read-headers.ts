/**
 * The headers that a `_headers` file gives to a path: of every rule that fits it, in order.
 * https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
 */
export function readHeaders(text: string): (path: string) => Record<string, string> {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, value] = /^\s+([A-Za-z-]+): (.+)$/.exec(line) ?? [];
    if (/^\//.test(line)) rules.push({ pattern: fitting(line.trim()), headers: [] });
    else if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else throw new Error(`No host reads “${line}”.`);
  }
  return (path) =>
    Object.fromEntries(
      rules.flatMap(({ pattern, headers }) => (pattern.test(path) ? headers : [])),
    );
}

function fitting(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
