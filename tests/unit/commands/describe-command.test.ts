import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeCommand } from '../../../src/commands/describe-command.ts';

const root = new URL('../../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
/** Those for authors. */
const commands = Object.keys(scripts).filter(
  (name) => scripts[name]?.startsWith('node src/commands/') && name !== 'readme',
);

describe('the help of a command', () => {
  it.each(commands)('is what the README says of it: %s', (name) => {
    expect(describeCommand(name, read('README.md'))).toMatch(
      new RegExp(`^npm (?:run )?${name}\\b.*: \\w.*\\.$`),
    );
  });

  it('has no marks of Markdown', () => {
    const readme = '| `npm run x -- "A"` | does `a`, see [this](that.md) |\n';

    expect(describeCommand('x', readme)).toBe('npm run x -- "A": does a, see this.');
  });
});
