/** The text of an essay, parsed once for all who ask: as a tree, with its notes numbered and with all that is wrong. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type DataMap, VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Bibliography } from '../bibliography/source.ts';
import { englishLocators, type LocatorReader } from '../citations/locator.ts';
import type { NoteNumbering } from '../citations/notes.ts';
import type { PublishedNumbers } from '../essay/number-paragraphs.ts';
import type { EssayFile, PunctuationMode } from '../essay/read-essay-file.ts';
import { placeAt } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import './file-data.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { remarkAttributes } from './remark-attributes.ts';
import { remarkAuthorsInText } from './remark-authors-in-text.ts';
import { remarkCheckCitations } from './remark-check-citations.ts';
import { remarkCheckCode } from './remark-check-code.ts';
import { remarkCheckImages } from './remark-check-images.ts';
import { remarkCheckNotes } from './remark-check-notes.ts';
import { remarkCitations } from './remark-citations.ts';
import { remarkCrossReferences } from './remark-cross-references.ts';
import { remarkDefinitionLists } from './remark-definition-lists.ts';
import { remarkDivisions } from './remark-divisions.ts';
import { remarkFigures } from './remark-figures.ts';
import { remarkFormulas } from './remark-formulas.ts';
import { remarkImports } from './remark-imports.ts';
import { remarkJoinMarkers } from './remark-join-markers.ts';
import { remarkLabels } from './remark-labels.ts';
import { remarkLinkedFiles } from './remark-linked-files.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkParagraphs } from './remark-paragraphs.ts';
import { remarkResolveReferences } from './remark-resolve-references.ts';
import { remarkSmartCitations } from './remark-smart-citations.ts';
import { remarkSmartPunctuation } from './remark-smart-punctuation.ts';
import { remarkTableCaptions } from './remark-table-captions.ts';
import { remarkVerse } from './remark-verse.ts';

export interface ParseOptions {
  /** What the register has of its page. */
  readonly published?: PublishedNumbers | undefined;
  readonly punctuation?: PunctuationMode;
  readonly numbering?: NoteNumbering | undefined;
  /** Reads the locators of its language; English ones when it is not given. */
  readonly locators?: LocatorReader;
}

export interface ParsedEssay {
  /** `undefined` when the text is no MDX; `problems` says where it stops being it. */
  readonly tree: Root | undefined;
  /** What the plugins that are yet to come need: see `file-data.ts`. */
  readonly data: Partial<DataMap>;
  readonly problems: readonly Problem[];
}

const createParser = (locators: LocatorReader) =>
  unified()
    .use(remarkParse)
    .use(remarkMdx)
    // First, so that our citations are tried before its constructs at the same `[`.
    // One tilde is Pandoc's.
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCitations, locators)
    .freeze();

/** `root` is the project's, absolute; `published` is what the register has of the essay. */
export function parseEssay(
  root: string,
  { name, body, essay }: Pick<EssayFile, 'name' | 'body' | 'essay'>,
  { sources }: Bibliography,
  {
    published,
    punctuation = 'typed',
    numbering = 'reuse',
    locators = englishLocators,
  }: ParseOptions = {},
): ParsedEssay {
  const parser = createParser(locators);
  const data: Partial<DataMap> = { name, lang: essay?.lang };
  const exists = (path: string) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  const checks = unified()
    // Before the attributes that begin a division or end a caption are given away.
    .use(remarkDivisions)
    .use(remarkTableCaptions)
    .use(remarkAttributes)
    // Before all checks, which are not for labels, nor for names that only look like a key.
    .use(remarkCrossReferences, sources)
    .use(remarkAuthorsInText, sources)
    // Before the notes are rewritten, while every node is still what the author typed.
    .use(remarkCheckCitations, sources)
    .use(remarkCheckNotes)
    .use(remarkImports, exists)
    .use(remarkCheckCode)
    .use(remarkCheckImages, exists)
    .use(remarkLinkedFiles, exists)
    // Before the paragraphs are numbered, of which none of these is one.
    .use(remarkFigures)
    // After the figures, whose captions may begin with a colon as definitions do.
    .use(remarkDefinitionLists)
    .use(remarkVerse)
    .use(remarkFormulas)
    // Of figures and formulas, too.
    .use(remarkLabels, sources)
    // Of the words as typed, and before the notes, which say in which paragraph they are used.
    .use(remarkParagraphs, { published })
    // After the paragraphs are known by their words, which are not these numbers.
    .use(remarkResolveReferences)
    // After the checks, which quote what was typed, and before the notes, which quote the sentences they stand in.
    .use(punctuation === 'smart' ? [remarkSmartPunctuation] : [])
    .use(remarkJoinMarkers)
    // Before the tree becomes HTML, where GFM numbers the notes by first use as we do.
    .use(remarkNotes, { numbering })
    .use(punctuation === 'smart' ? [remarkSmartCitations] : []);
  const faults: Problem[] = [];
  let readable = body;
  for (;;) {
    const file = new VFile({ path: join(root, name), value: readable, data: { ...data } });
    const parsed = parse(parser, file);
    if (!(parsed instanceof Error)) {
      checks.runSync(parsed, file);
      const problems = [...faults, ...(file.data.problems ?? [])];
      return { tree: faults.length === 0 ? parsed : undefined, data: file.data, problems };
    }
    const { problem, offset } = syntaxProblem(parsed, name, readable);
    const rest = blankOut(readable, offset);
    faults.push(problem);
    // What the parser stops at is nothing that can be taken away; or this is no essay at all.
    if (rest === readable || faults.length === mostFaults)
      return { tree: undefined, data, problems: faults };
    readable = rest;
  }
}

/** Of syntax, in one report: each costs a parse of the whole text. */
const mostFaults = 50;

function parse(parser: ReturnType<typeof createParser>, file: VFile): Root | Error {
  try {
    return parser.parse(file);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** With a space in the place of the sign at `offset`, so that what else is wrong is found, too, and in its place. */
function blankOut(text: string, offset: number): string {
  return /[{}<a-z]/i.test(text[offset] ?? '')
    ? `${text.slice(0, offset)} ${text.slice(offset + 1)}`
    : text;
}

function syntaxProblem(error: Error, file: string, source: string) {
  const where = error instanceof VFileMessage ? error : { reason: error.message };
  const { offset, ...fault } = describeSyntaxError({ line: 1, column: 1, ...where }, source);
  const problem: Problem = { rule: 'essay-parses', file, place: placeAt(source, offset), ...fault };
  return { problem, offset };
}
