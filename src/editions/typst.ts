/** The typesetter, which is dear to load. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areNamesAlone, bylinesOf } from '../essay/bylines.ts';
import { houseFonts } from '../fonts/house-fonts.ts';
import type { EditionDocument } from './document.ts';
import { imprintOf, linkLines, messagesOf } from './edition-matter.ts';
import type { PackedImages } from './pack-images.ts';
import { remarksOf } from './remarks.ts';

const load = createRequire(import.meta.url);

const workspace = fileURLToPath(new URL('.', import.meta.url));
type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Compiler = InstanceType<Typst['NodeCompiler']>;

const compilers = new Map<string, Compiler>();

/** Sets `source`, which finds the essay's data in `sys.inputs.essay`, as PDF/UA-1 (ISO 14289-1). */
export function typesetPdf(
  source: string,
  document: EditionDocument,
  { files }: PackedImages,
): Uint8Array {
  const typst = compilerFor(document);
  for (const [name, bytes] of files) typst.mapShadow(join(workspace, name), Buffer.from(bytes));
  try {
    return writePdf(typst, compile(typst, source, dataOf(document)));
  } finally {
    typst.resetShadow();
  }
}

/** Those of `letters` that neither the typesetter's own fonts nor `fonts` have. */
export function findMissingLetters(
  letters: readonly string[],
  fonts: EditionDocument['fonts'],
): readonly string[] {
  const typst = compilerFor({ fonts });
  const families = fonts.map(({ family }) => family);
  try {
    writePdf(typst, compile(typst, allLetters, { families, letters }));
    return [];
  } catch (error) {
    if (error instanceof MissingLetters) return error.letters;
    throw error;
  }
}

const allLetters = `#import "essay.typ": serif
#let data = json(bytes(sys.inputs.essay))
#set document(title: "Letters")
#set text(font: serif + data.families)
#data.letters.join(" ")`;

function writePdf(typst: Compiler, compiled: ReturnType<typeof compile>): Uint8Array {
  try {
    return typst.pdf(compiled, { pdfStandard: 'ua-1' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const letters = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)];
    if (letters.length === 0) throw error;
    throw new MissingLetters([...new Set(letters.map(([, letter = '']) => letter))]);
  }
}

/** Letters that no font has: PDF/UA-1 forbids the empty boxes that would stand for them. */
export class MissingLetters extends Error {
  readonly letters: readonly string[];

  constructor(letters: readonly string[]) {
    super(`No font has ${letters.join(', ')}.`);
    this.letters = letters;
  }
}

/** Sets `source`, of one page, as SVG, with its letters as outlines. */
export function drawPage(source: string, document: EditionDocument): string {
  const typst = compilerFor(document);
  return typst.plainSvg(compile(typst, source, dataOf(document)));
}

/** Every essay of a site has the same fonts. */
function compilerFor({ fonts }: Pick<EditionDocument, 'fonts'>) {
  const files = [...Object.values(houseFonts), ...fonts.map(({ file }) => file)];
  const known = compilers.get(files.join('\n'));
  if (known !== undefined) return known;
  const fontBlobs = files.map((file) => readFileSync(file));
  const { NodeCompiler }: Typst = load('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  compilers.set(files.join('\n'), compiler);
  return compiler;
}

/** `source` finds `data` in `sys.inputs.essay`. */
function compile(typst: Compiler, mainFileContent: string, data: object) {
  const inputs = { essay: JSON.stringify(data) };
  const compiled = typst.compile({ mainFileContent, inputs });
  const { result } = compiled;
  if (result === null) {
    throw new Error(`Typst says: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  }
  return result;
}

/** What the `.typ` files read. */
function dataOf(document: EditionDocument) {
  const { essay, figure, address, siteTitle, paper, fonts } = document;
  const { title, subtitle = null, fullTitle, authors, summary = null, keywords, lang } = essay;
  const { language, region = null } = new Intl.Locale(lang);
  const { year, month = 1, day = 1 } = essay.date;
  const bylines = bylinesOf(essay, messagesOf(document));
  const remarks = remarksOf(document);
  return {
    title,
    subtitle,
    'full-title': fullTitle,
    authors,
    bylines: areNamesAlone(bylines) ? [] : bylines,
    links: linkLines(document),
    description: summary,
    keywords,
    lang: language,
    region,
    date: imprintOf(document),
    // Typst knows whole days only; what is not known is taken out of the file again.
    day: { year, month, day },
    fonts: fonts.map(({ family }) => family),
    paper,
    site: siteTitle,
    address: address ?? null,
    figure: figure ?? null,
    'remarks-title': remarks.title,
    'remarks-lead': remarks.lead,
    remarks: remarks.items,
  };
}
