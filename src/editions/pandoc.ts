/** Pandoc, which travels as WebAssembly. Loading it takes half a second, so only the editions' thread does. */
import { convert } from 'pandoc-wasm';
import { z } from 'zod';
import { type PandocTree, pandocTree } from './pandoc-tree.ts';
import { UnreadFormulas } from './unread-formulas.ts';

export interface PandocOptions {
  readonly to: string;
  readonly variables?: Readonly<Record<string, string | readonly string[]>>;
  /** Anything else of a defaults file. */
  readonly [option: string]: unknown;
}

/** Reads HTML. Quotation marks and dashes stay as they are. */
export async function readHtml(html: string): Promise<PandocTree> {
  const { stdout } = await run({ from: 'html', to: 'json' }, html, {});
  return pandocTree.parse(JSON.parse(stdout));
}

/** Writes a text format. */
export async function writeText(
  tree: PandocTree,
  options: PandocOptions,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  return (await run({ from: 'json', wrap: 'none', ...options }, JSON.stringify(tree), files))
    .stdout;
}

/** Writes a format that is an archive. */
export async function writeArchive(
  tree: PandocTree,
  options: PandocOptions,
  files: Readonly<Record<string, Blob | string>>,
): Promise<Uint8Array> {
  const name = 'edition';
  const result = await run(
    { from: 'json', standalone: true, ...options, 'output-file': name },
    JSON.stringify(tree),
    files,
  );
  const made = result.files[name];
  if (!(made instanceof Blob)) throw new Error(`Pandoc made nothing. ${result.stderr}`.trim());
  return new Uint8Array(await made.arrayBuffer());
}

/** What Pandoc made of a file, and what it says of it. */
export interface ConvertedFile {
  readonly text: string;
  /** Why there is no text; empty when there is. */
  readonly failure: string;
  /** Pictures that were in the file, by their path below the folder `media`. */
  readonly media: Readonly<Record<string, Uint8Array>>;
  /** What it passed over, as it stands in the file, where its `verbosity` is INFO. */
  readonly skipped: readonly SkippedContent[];
}

export type SkippedContent = z.infer<typeof skippedContent>;

const skippedContent = z.object({
  type: z.literal('SkippedContent'),
  contents: z.string(),
  line: z.number(),
});

export interface PandocJob {
  /** Options of a defaults file; the file that is read is `in`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
}

/** Converts the file `in`, which may be from anywhere. It sees none but `files`. */
export async function convertFile({ options, files }: PandocJob): Promise<ConvertedFile> {
  const contents = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? content : new Blob([content]),
  ]);
  const given = { 'input-files': ['in'], ...options };
  const result = await convert(given, null, Object.fromEntries(contents));
  const media: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(result.files)) {
    if (name in files || !(content instanceof Blob)) continue;
    media[name] = new Uint8Array(await content.arrayBuffer());
  }
  const failure = result.stdout === '' ? result.stderr.trim() || 'Pandoc says nothing of it' : '';
  const skipped = result.warnings.flatMap((each) => skippedContent.safeParse(each).data ?? []);
  return { text: result.stdout, failure, media, skipped };
}

/** Pandoc writes its TeX then. */
const unreadFormula = z.object({
  type: z.literal('CouldNotConvertTeXMath'),
  contents: z.string(),
});

async function run(
  options: Readonly<Record<string, unknown>>,
  input: string,
  files: Readonly<Record<string, Blob | string>>,
) {
  const result = await convert(options, input, files);
  const unread = result.warnings.flatMap((warning) => unreadFormula.safeParse(warning).data ?? []);
  if (unread.length > 0) throw new UnreadFormulas(unread.map(({ contents }) => contents));
  if (result.stderr !== '') throw new Error(`Pandoc says: ${result.stderr.trim()}`);
  return result;
}
