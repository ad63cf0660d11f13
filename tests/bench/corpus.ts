/** Corpora of any size, the same for the same numbers: essays that cite, and the same with notes by hand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '../../src/site.ts';

export interface CorpusSize {
  readonly essays: number;
  readonly notesPerEssay: number;
  readonly sources: number;
}

const opening = 'The quiet river';
const sentence =
  `${opening} carried the border between the two countries from the mountain to the sea, and ` +
  'whoever crossed it in winter, when it froze, left no trace that the guards of either side could read.';

export const [bibliographyFile = ''] = settings.citationFiles.bibliography;

/** What is known of the first essay of every corpus. */
export const firstEssay = {
  file: essayFile(0),
  address: '2000/01/essay-0/',
  opening,
  /** Title of the first source it cites, which is the first of the bibliography. */
  citedTitle: titleOf(0),
} as const;

/** Writes essays with `[@key]` and their bibliography into the `content` of the site at `root`. */
export async function writeCitingCorpus(root: string, size: CorpusSize): Promise<void> {
  const entries = Array.from({ length: size.sources }, (_, index) => bibliographyEntry(index));
  await writeFile(join(root, bibliographyFile), entries.join('\n'));
  await writeEssays(root, size, {
    marker: (source) => `[@${keyOf(source)}]`,
    notes: () => '',
  });
}

/** Writes the same essays with GFM notes that hold the formatted text, and no bibliography. */
export async function writeHandmadeCorpus(root: string, size: CorpusSize): Promise<void> {
  await writeEssays(root, size, {
    marker: (source) => `[^${keyOf(source)}]`,
    notes: (sources) =>
      [...new Set(sources)]
        .map((source) => `[^${keyOf(source)}]: ${noteText(source)}`)
        .join('\n\n'),
  });
}

interface Writing {
  marker(source: number): string;
  notes(sources: readonly number[]): string;
}

async function writeEssays(root: string, size: CorpusSize, writing: Writing): Promise<void> {
  await mkdir(join(root, 'content/essays'), { recursive: true });
  for (let essay = 0; essay < size.essays; essay += 1) {
    // A step that is coprime to the number of sources visits all of them before any comes again.
    const sources = Array.from(
      { length: size.notesPerEssay },
      (_, note) => ((essay * size.notesPerEssay + note) * 7919) % size.sources,
    );
    const paragraphs = sources.map((source) => `${sentence}${writing.marker(source)} ${sentence}`);
    const month = String((essay % 12) + 1).padStart(2, '0');
    const head = `---\ntitle: Essay number ${essay}\ndate: ${2000 + (essay % 25)}-${month}\n---`;
    const text = [head, ...paragraphs, writing.notes(sources)].join('\n\n');
    await writeFile(join(root, essayFile(essay)), `${text}\n`);
  }
}

function essayFile(essay: number): string {
  return `content/essays/essay-${essay}.mdx`;
}

function keyOf(source: number): string {
  return `author${source}`;
}

function titleOf(source: number): string {
  return `A Title with Several Words, Number ${source}`;
}

function addressOf(source: number): string {
  return `https://example.org/articles/${source}/a-title-with-several-words`;
}

function bibliographyEntry(source: number): string {
  return `@online{${keyOf(source)},
  author = {Author${source}, Given},
  title = {${titleOf(source)}},
  organization = {The Organisation ${source % 40}},
  date = {20${10 + (source % 10)}-0${1 + (source % 9)}-1${source % 10}},
  url = {${addressOf(source)}},
}
`;
}

function noteText(source: number): string {
  return `Author${source}, Given, “${titleOf(source)},” *The Organisation ${source % 40}*, May 1${source % 10}, 20${10 + (source % 10)}, ${addressOf(source)}.`;
}
