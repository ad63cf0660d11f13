/** A tagged PDF as a screen reader goes through it. */
import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import { fold, type ReadEdition, type ReadNote } from './read-editions.ts';

export interface ReadPdf extends ReadEdition {
  readonly pages: number;
  /** The file itself, a character a byte: its metadata can be read in it. */
  readonly bytes: string;
  readonly isTagged: boolean;
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  readonly headings: readonly string[];
  /** The page that each note stands on and the page of its first marker. */
  readonly placement: readonly { readonly note: number; readonly marker: number }[];
  /** Descriptions of pictures. */
  readonly alternatives: readonly string[];
}

interface Tag {
  readonly role?: string | undefined;
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly alt?: string | undefined;
  readonly children?: readonly Tag[] | undefined;
}

const tag: z.ZodType<Tag> = z.lazy(() =>
  z.object({
    role: z.string().optional(),
    type: z.string().optional(),
    id: z.string().optional(),
    alt: z.string().optional(),
    children: z.array(tag).optional(),
  }),
);

const annotation = z.object({ id: z.string(), url: z.string().optional() });

export async function readPdf(file: string): Promise<ReadPdf> {
  const bytes = await readFile(file);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const paragraphs: string[] = [];
  const markers: number[] = [];
  const notes: ReadNote[] = [];
  const headings: string[] = [];
  const alternatives: string[] = [];
  const placement: { note: number; marker: number }[] = [];
  const firstSeen = new Map<number, number>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const words = await wordsById(page);
    const annotations = z.array(annotation).parse(await page.getAnnotations());
    const addresses = new Map(annotations.map(({ id, url }) => [id, url]));
    const read = (node: Tag, skip: readonly string[] = []): string => {
      if (node.role !== undefined && skip.includes(node.role)) return '';
      if (node.type === 'content') return words.get(node.id ?? '') ?? '';
      return (node.children ?? []).map((child) => read(child, skip)).join('');
    };
    const walk = (node: Tag, isInNote: boolean): void => {
      if (node.alt !== undefined) alternatives.push(node.alt);
      if (/^H\d$/.test(node.role ?? '')) headings.push(fold(read(node)));
      if (node.role === 'P' && !isInNote) paragraphs.push(fold(read(node, ['Lbl', 'Note'])));
      if (node.role === 'Lbl' && !isInNote && /^\d+$/.test(read(node))) {
        const marker = Number(read(node));
        markers.push(marker);
        if (!firstSeen.has(marker)) firstSeen.set(marker, number);
      }
      if (node.role === 'Note') {
        const label = (node.children ?? []).find(({ role }) => role === 'Lbl');
        const note = Number(label === undefined ? Number.NaN : read(label));
        const links = objectsIn(node).flatMap((id) => addresses.get(id) ?? []);
        notes.push({ number: note, text: fold(read(node, ['Lbl'])), links: [...new Set(links)] });
        placement.push({ note: page.pageNumber, marker: firstSeen.get(note) ?? 0 });
      }
      for (const child of node.children ?? []) walk(child, isInNote || node.role === 'Note');
    };
    walk(tag.parse((await page.getStructTree()) ?? {}), false);
  }
  const outline = ((await pdf.getOutline()) ?? []).flatMap(({ title, items }) => [
    title,
    ...items.map((item: { title: string }) => item.title),
  ]);
  const { info } = await pdf.getMetadata();
  const { Marked: isTagged = false } = (await pdf.getMarkInfo()) ?? {};
  return {
    pages: pdf.numPages,
    bytes: bytes.toString('latin1'),
    isTagged: isTagged === true,
    info: z.record(z.string(), z.unknown()).parse(info),
    outline,
    headings,
    paragraphs,
    markers,
    notes,
    placement,
    alternatives,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** The words of each marked piece of a page; what is marked as an artifact has no id. */
async function wordsById(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== '');
      // The end of a line comes with the piece after it.
      if (id !== undefined)
        words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  return words;
}

function objectsIn(node: Tag): string[] {
  const own = node.type === 'object' && node.id !== undefined ? [node.id] : [];
  return [...own, ...(node.children ?? []).flatMap(objectsIn)];
}
