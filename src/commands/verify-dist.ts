/**
 * `npm run verify-dist -- https://essays.example/`, or `-- folder`: whether a copy of the site is what was
 * built, file by file, by the manifest in `dist/`.
 */
import { readFile } from 'node:fs/promises';
import { type Manifest, manifestName, readManifest } from '../publishing/manifest.ts';
import { type Comparison, compareFolder, compareHost } from '../publishing/verify-copy.ts';
import { readArguments } from './read-options.ts';

const {
  positionals: [copy],
} = readArguments({});
if (copy === undefined) {
  console.error('It takes the address of a copy of the site, or the path of its folder.');
  process.exitCode = 2;
} else {
  process.exitCode = (await verify(copy)) ? 0 : 1;
}

async function verify(where: string): Promise<boolean> {
  const manifest = await readOwnManifest();
  if (manifest === undefined) return false;
  try {
    const isHost = /^https?:\/\//i.test(where);
    return report(where, await (isHost ? compareHost : compareFolder)(manifest, where));
  } catch (error) {
    console.error(`${where} cannot be read: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

function report(where: string, { missing, different, additional, same }: Comparison): boolean {
  for (const path of missing) console.error(`missing     ${path}`);
  for (const path of different) console.error(`different   ${path}`);
  for (const path of additional) console.error(`additional  ${path}`);
  const faults = missing.length + different.length + additional.length;
  if (faults === 0) console.log(`${where} has all ${same} files as they were built.`);
  else console.error(`\n${where} is not what was built: ${same} files are, ${faults} are not.`);
  return faults === 0;
}

async function readOwnManifest(): Promise<Manifest | undefined> {
  try {
    return readManifest(await readFile(`dist/${manifestName}`, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`dist/${manifestName} cannot be read; npm run build makes it. (${reason})`);
    return undefined;
  }
}
