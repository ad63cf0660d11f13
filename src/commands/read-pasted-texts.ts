/** What stands behind the words of a command line: files, text, DOIs, ISBNs and addresses. */
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type LookUp, lookUpSource, readLookUp } from '../bibliography/look-up-source.ts';
import { readPlainReferences } from '../bibliography/plain-references.ts';
import { formatOf, type PastedText } from '../bibliography/read-pasted.ts';
import { readUtf8 } from '../disk/read-utf8.ts';
import { nearestMatch } from '../problems/nearest-match.ts';

export type GivenText = PastedText | { readonly fault: string };

/** Each of `given` in its order; a path is from `folder`. */
export async function readPastedTexts(
  given: readonly string[],
  folder: string,
): Promise<GivenText[]> {
  const texts: GivenText[] = [];
  for (const words of given) {
    const number = texts.filter((each) => 'name' in each && each.name.startsWith('pasted')).length;
    const name = number === 0 ? 'pasted text' : `pasted text ${number + 1}`;
    texts.push(...(await readOne(words, folder, name)));
  }
  return texts;
}

async function readOne(words: string, folder: string, name: string): Promise<GivenText[]> {
  if (words === '-') {
    const chunks: Buffer[] = await process.stdin.toArray();
    return readText(decoded('standard input', Buffer.concat(chunks)));
  }
  const path = resolve(folder, words);
  const kind = kindOf(path);
  if (kind === 'file') {
    const given = decoded(words, await readFile(path));
    return readText('text' in given ? { ...given, isFile: true } : given);
  }
  if (kind === 'folder') return [{ fault: describeFolder(words, path) }];
  const lookUp = readLookUp(words);
  if (lookUp !== undefined) return [await look(lookUp)];
  const isText = /[\s{}[\]]/.test(words.trim());
  return isText ? readText({ name, text: words }) : [{ fault: noSuchFile(words, path) }];
}

/** A source in a format; or references in plain words, of which each is looked up that can be. */
async function readText(given: GivenText): Promise<GivenText[]> {
  if ('fault' in given || formatOf(given.text) !== 'unknown') return [given];
  const references = readPlainReferences(given.text);
  if (references.every(({ lookUp }) => lookUp === undefined)) return [given];
  const texts: GivenText[] = [];
  for (const { words, lookUp } of references) {
    const fault = `“${words.slice(0, 80)}” has no DOI, no ISBN and no web address: look for it in Zotero, or paste its BibTeX or RIS.`;
    texts.push(lookUp === undefined ? { fault } : await look(lookUp));
  }
  return texts;
}

function look(lookUp: LookUp): Promise<GivenText> {
  return lookUpSource(lookUp, { fetch, today: today(), milliseconds });
}

/** Long enough for a slow registry, short enough to wait for. */
const milliseconds = 10_000;

function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function decoded(name: string, bytes: Buffer): GivenText {
  const text = readUtf8(bytes);
  if (text !== undefined) return { name, text };
  return { fault: `${name} is not in UTF-8. Save or export it again in that encoding.` };
}

/** Text may be far too long for a path, and is none then. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

function describeFolder(words: string, path: string): string {
  const files = filesIn(path).filter((name) => /\.(?:bib|ris|json)$/i.test(name));
  const named = files.slice(0, 3).map((name) => `“${join(words, name)}”`);
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(named);
  return `“${words}” is a folder. Name a file in it${list === '' ? '' : `, such as ${list}`}.`;
}

function noSuchFile(words: string, path: string): string {
  const near = nearestMatch(basename(path), filesIn(dirname(path)));
  const suggestion = near === undefined ? '' : ` Did you mean “${join(dirname(words), near)}”?`;
  return `“${words}” is no file, no DOI, no web address and no text of a source.${suggestion} Quote pasted text, or pipe it in and write - for it.`;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
