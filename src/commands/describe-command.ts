/** What `npm run <name>` does, as the table of commands in the README says it, in plain text; `undefined` when it has none. */
export function describeCommand(name: string, readme: string): string | undefined {
  for (const [, typed = '', what = ''] of readme.matchAll(/^\| `npm ([^`]*)` \| (.*) \|$/gm)) {
    if (typed.replace(/^run /, '').split(' ')[0] !== name) continue;
    const text = what.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
    return `npm ${typed}: ${text}.`;
  }
  return undefined;
}
