/** The tables of README.md and CONTRIBUTING.md that say what the code says. */
import { z } from 'zod';
import { frontMatter } from '../essay/front-matter.ts';
import { rules } from '../problems/rules.ts';

const described = z.object({
  properties: z.record(z.string(), z.object({ description: z.string() })),
  required: z.array(z.string()).default([]),
});

/** Everything that can be wrong, as the catalogue has it. */
function ruleTable(): string {
  const rows = Object.entries(rules).map(([id, { severity, statement, advice }]) => [
    `\`${id}\``,
    severity,
    statement,
    advice,
  ]);
  return table(['Rule', 'Severity', 'What should be true', 'What to do'], rows);
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

/** The documents of the project by their paths from its top, each with the tables that the code makes. */
const documents = {
  'README.md': { fields: fieldTable },
  '.github/CONTRIBUTING.md': { rules: ruleTable },
  '.github/ADOPTING.md': {},
  '.github/ANCHORS.md': {},
  '.github/HOSTING.md': {},
} as const satisfies Record<string, Readonly<Record<string, () => string>>>;

export type DocumentName = keyof typeof documents;

export const documentNames = Object.keys(documents) as DocumentName[];

/** `text`, that of the document `name`, with its tables as they should be. Fails when it has no place for one. */
export function withTables(name: DocumentName, text: string): string {
  return Object.entries(documents[name]).reduce((written, [table, make]) => {
    const place = new RegExp(`(<!-- ${table}: [^\\n]*-->\\n)[^]*?(?=<!-- /${table} -->)`);
    if (!place.test(written)) throw new Error(`${name} has no place for the table of ${table}.`);
    return written.replace(place, (_whole, opening: string) => `${opening}\n${make()}\n\n`);
  }, text);
}
