/** An essay of a built site, taken in again from what the site made of it, into a site that has its sources alone. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { describeEdition } from '../../src/editions/describe-edition.ts';
import { readDocument } from '../../src/editions/make-all.ts';
import { makeDocx } from '../../src/editions/make-docx.ts';
import { makeEpub } from '../../src/editions/make-epub.ts';
import { makeJats } from '../../src/editions/make-jats.ts';
import type { Essay } from '../../src/essay/essay.ts';
import type { EssayRecord } from '../../src/essay/essay-record.ts';
import { plainText } from '../../src/essay/plain-text.ts';
import { type EssayFile, readEssayFile } from '../../src/essay/read-essay-file.ts';
import type { Remark } from '../../src/importing/document.ts';
import { importFile } from '../../src/importing/import-file.ts';
import { readBody } from '../../src/markdown/read-body.ts';
import { openProject, type Project, takeParsedEssay } from '../../src/project.ts';
import { planSite, siteRoot } from './fixture-sites.ts';

export const formats = ['index.html', 'index.md', '.epub', '.docx', '.xml'] as const;
export type Format = (typeof formats)[number];

/** An essay as its site reads it. */
export interface ReadEssay {
  readonly essay: Essay;
  readonly record: EssayRecord;
  /** What its notes say in words of their own. */
  readonly noteTexts: readonly string[];
  /** The text without its notes. */
  readonly html: HtmlRoot;
  readonly problems: readonly string[];
}

export interface RoundTrip {
  readonly before: ReadEssay;
  readonly after: ReadEssay;
  readonly remarks: readonly Remark[];
  /** Keys of sources that the import made. */
  readonly newKeys: readonly string[];
}

const projects = new Map<string, Promise<Project>>();
/** What every format of an essay is compared with, or made from: read once. */
const originals = new Map<EssayFile, ReadEssay>();
const documents = new Map<EssayFile, ReturnType<typeof readDocument>>();

export function projectOf(site: string): Promise<Project> {
  const known = projects.get(site) ?? openProject(siteRoot(site), planSite(site).settings);
  projects.set(site, known);
  return known;
}

/** `name` is the last part of the essay's address. */
export async function takeRoundTrip(
  site: string,
  name: string,
  format: Format,
): Promise<RoundTrip> {
  const project = await projectOf(site);
  const original = project.essays.find(({ essay }) => essay?.path.endsWith(`/${name}/`));
  if (original?.essay === undefined) throw new Error(`There is no essay ${name}.`);
  const { path } = original.essay;
  const dist = join(siteRoot(site), 'dist');
  const files = await readdir(join(dist, path));
  const file = files.find((each) =>
    format.startsWith('.') ? each.endsWith(format) : each === format,
  );
  const published =
    file === undefined
      ? await makeEdition(project, original, dist, format)
      : await readFile(join(dist, path, file));
  const bytes = format === 'index.md' ? withAddresses(published) : published;
  const bibliography = 'content/bibliography.bib';
  const text = project.library.texts.get(bibliography) ?? '';
  const { lang: siteLang } = project.settings.site;

  const { essays, newKeys } = await importFile(
    file ?? `${name}${format}`,
    bytes,
    { authors: [], today: '2026-11' },
    {
      library: project.library,
      desk: { essays: [], files: [], retired: [], key: undefined, siteLang },
      shelf: {
        files: [{ path: bibliography, text }],
        reading: project.library.reading.bibliography,
        to: bibliography,
        severities: {},
      },
    },
    {
      references: [],
      beside: async () => undefined,
      findPicture: (address) => readPublished(dist, address),
      tell: () => {},
    },
  );

  const [first] = essays;
  if (first === undefined || 'faults' in first.essay) throw new Error(JSON.stringify(first?.essay));
  const made = readEssayFile(`content/essays/${first.essay.file}`, first.essay.text, siteLang);
  return {
    before: readOriginal(project, original),
    after: readEssay(project, made),
    remarks: first.remarks,
    newKeys,
  };
}

/** Markdown names its pictures from its own place on the site, which a file that was moved is not at. */
function withAddresses(markdown: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(markdown);
  return new TextEncoder().encode(
    text.replace(/(?:\.\.\/)+_astro\//g, 'https://essays.example/_astro/'),
  );
}

/** A picture of the site, by its address on the web. */
async function readPublished(dist: string, address: string): Promise<Uint8Array | undefined> {
  if (!/^https:/.test(address)) return undefined;
  const { pathname } = new URL(address);
  return readFile(join(dist, decodeURIComponent(pathname))).catch(() => undefined);
}

function readOriginal(project: Project, file: EssayFile): ReadEssay {
  const essay = originals.get(file) ?? readEssay(project, file);
  originals.set(file, essay);
  return essay;
}

/** Numbered anew, as a site that never published it does. */
function readEssay(project: Project, file: EssayFile): ReadEssay {
  const { permalinks } = project.register;
  const unpublished = {
    ...project,
    register: { ...project.register, permalinks: { ...permalinks, pages: {} } },
  };
  const parsed = takeParsedEssay(unpublished, file);
  const { record } = readBody(parsed) ?? {};
  if (file.essay === undefined || parsed.tree === undefined || record === undefined)
    throw new Error(`${file.name} cannot be read: ${parsed.problems[0]?.message}`);
  const noteTexts: string[] = [];
  visit(parsed.tree, 'footnoteDefinition', (node) => {
    // A citation stands in parentheses there, and behind a space, as it is typed or by the site.
    noteTexts.push(noteText(node).replace(/[()\s]/g, ''));
  });
  const html = toHast(parsed.tree, {
    clobberPrefix: '',
    passThrough: [
      'mdxJsxFlowElement',
      'mdxJsxTextElement',
      'mdxFlowExpression',
      'mdxTextExpression',
    ],
  }) as HtmlRoot;
  return {
    essay: file.essay,
    record,
    noteTexts,
    html,
    // Its pictures lie beside the file that nobody writes here.
    problems: parsed.problems.flatMap(({ rule, message }) =>
      rule === 'image-exists' ? [] : `${rule}: ${message}`,
    ),
  };
}

function noteText(node: Nodes): string {
  if ('citation' in node) return '';
  if ('value' in node) return node.value;
  const text = 'children' in node ? node.children.map(noteText).join('') : ' ';
  return node.type === 'paragraph' ? `${text}\n` : text;
}

/** The edition of an essay whose site has none, since no font of a PDF has its letters, or since none was asked for. */
async function makeEdition(
  project: Project,
  file: EssayFile,
  dist: string,
  format: Format,
): Promise<Uint8Array> {
  const reading = documents.get(file) ?? readPublishedPage(project, file, dist);
  documents.set(file, reading);
  const { document, tree } = await reading;
  if (format === '.epub') return makeEpub(document, tree, cover);
  return format === '.docx' ? makeDocx(document, tree) : makeJats(document, tree);
}

/** A PNG of one pixel: nothing of a cover comes back, and to draw one takes longer than to make the book. */
const cover = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64',
  ),
).buffer;

/** What editions are made from, which needs the page of the essay. */
async function readPublishedPage(project: Project, file: EssayFile, dist: string) {
  const { essay } = file;
  if (essay === undefined) throw new Error(`${file.name} is no essay.`);
  const published = await readFile(join(dist, essay.path, 'index.html'), 'utf8');
  // As it was before its links were made to lead from its own place, and its styles to be classes.
  const styles = [...published.matchAll(/\.(inline-\d+)\{([^}]*)\}/g)];
  const page = styles.reduce(
    (html, [, name = '', style = '']) => html.replaceAll(`class="${name}"`, `style="${style}"`),
    published.replace(/(?:\.\.\/)+_astro\//g, '/_astro/'),
  );
  const { record } = readBody(takeParsedEssay(project, file)) ?? {};
  if (record === undefined) throw new Error(`${file.name} cannot be read.`);
  const texts = noteTextsOf(page);
  const notes = record.notes.map((note) => ({ ...note, text: texts.get(note.anchor) ?? '' }));
  const given = { essay, record: { ...record, notes } };
  const described = await describeEdition(given, page, dist, project, []);
  // A map needs fonts for its names, and is no part of the text.
  return readDocument({ ...described, figure: undefined });
}

function noteTextsOf(page: string): Map<string, string> {
  const texts = new Map<string, string>();
  visit(fromHtml(page), 'element', (node) => {
    const { id } = node.properties;
    if (node.tagName !== 'li' || typeof id !== 'string' || !id.startsWith('fn-')) return;
    visit(node, 'element', (child, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      if (!String(child.properties['className'] ?? '').includes('back-links')) return undefined;
      parent.children.splice(index, 1);
      return index;
    });
    texts.set(id, plainText(node));
  });
  return texts;
}
