import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { rules } from '../../src/citations/rules.ts';

it('has a row for every problem the site can report, and no other', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const table = readme.split('## Problems and what to do')[1]?.split('\n## ')[0] ?? '';
  const rows = table.match(/^\| `.*$/gm);

  expect(rows).toEqual(
    Object.entries(rules).map(
      ([id, { severity, statement, advice }]) =>
        `| \`${id}\` | ${severity} | ${statement} | ${advice} |`,
    ),
  );
});
