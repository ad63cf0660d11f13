/** `npm run readme`: writes the tables of README.md that are made from the code. */
import { readFile, writeFile } from 'node:fs/promises';
import { withTables } from './readme-tables.ts';

const text = await readFile('README.md', 'utf8');
const written = withTables(text);
if (written === text) console.log('README.md says what the code says.');
else {
  await writeFile('README.md', written);
  console.log('README.md has its tables anew.');
}
