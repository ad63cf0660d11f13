/** `npm run readme`: writes the tables of README.md and CONTRIBUTING.md that are made from the code. */
import { readFile, writeFile } from 'node:fs/promises';
import { documentNames, withTables } from './readme-tables.ts';

for (const name of documentNames) {
  const text = await readFile(name, 'utf8');
  const written = withTables(name, text);
  if (written !== text) await writeFile(name, written);
  console.log(
    written === text ? `${name} says what the code says.` : `${name} has its tables anew.`,
  );
}
