/** The tables of README.md that say what the code says. */
import { z } from 'zod';
import { frontMatter } from '../essay/front-matter.ts';
import { rules } from '../problems/rules.ts';

const described = z.object({
  properties: z.record(z.string(), z.object({ description: z.string() })),
  required: z.array(z.string()).default([]),
});

/** Everything that can be wrong, as the catalogue has it. */
function problemTable(): string {
  const rows = Object.entries(rules).map(([id, { severity, statement, advice }]) => [
    `\`${id}\``,
    severity,
    statement,
    advice,
  ]);
  return table(['Problem', 'Severity', 'What should be true', 'What to do'], rows);
}

/** The fields of front matter, as an editor explains them. */
function fieldTable(): string {
  const schema = z.toJSONSchema(frontMatter, { io: 'input', unrepresentable: 'any' });
  const { properties, required } = described.parse(schema);
  const rows = Object.entries(properties).map(([name, { description }]) => [
    `\`${name}\``,
    required.includes(name) ? 'yes' : '',
    description,
  ]);
  return table(['Field', 'Needed', 'What it is'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const tables = { problems: problemTable, fields: fieldTable };

/** `readme` with its tables as they should be. Fails when it has no place for one. */
export function withTables(readme: string): string {
  return Object.entries(tables).reduce((text, [name, make]) => {
    const place = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[^]*?(?=<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`README.md has no place for the table of ${name}.`);
    return text.replace(place, (_whole, opening: string) => `${opening}\n${make()}\n\n`);
  }, readme);
}
