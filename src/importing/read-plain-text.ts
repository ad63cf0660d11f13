/** Plain text, as it is copied from a page: lines, and paragraphs between empty ones. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { excerpt, type ReadDocument, type Remark } from './document.ts';
import { archiveDateIn } from './facts-of-page.ts';
import { namesNotes } from './note-words.ts';

export function readPlainText(name: string, text: string): ReadDocument {
  const paragraphs = text
    .replace(/^\uFEFF/, '')
    .split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)+/)
    .map((each) =>
      each
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0);
  const start = paragraphs.findIndex(isProse);
  const above = start < 0 ? [] : paragraphs.slice(0, start);
  const { title, remarks, date } = readTop(above);
  return {
    source: name,
    body: { type: 'root', children: paragraphs.slice(Math.max(start, 0)).map(block) },
    facts: { title, authors: [], date },
    files: new Map(),
    references: [],
    remarks,
    words: text,
    leftOut: above.flat(),
  };
}

/** A sentence with its end. */
function isProse(lines: readonly string[]): boolean {
  return lines.join(' ').length > 150 && /[.!?…][”’"')\]]*\s/.test(`${lines.join(' ')} `);
}

/** A line that is neither a sentence nor the name of a file. */
function isHeadingOf(lines: readonly string[]): boolean {
  const [line = ''] = lines;
  return (
    lines.length === 1 &&
    line.length < 150 &&
    !/[.!?;,:]$/.test(line) &&
    !isFileName(line) &&
    archiveDateIn(line) === undefined &&
    !/^skip to\b/i.test(line)
  );
}

function isFileName(line: string): boolean {
  return !/\s/.test(line) && /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(line);
}

/** Of what stands above the first paragraph, one line is the title: the last that can be one. */
function readTop(above: readonly (readonly string[])[]): {
  title: string | undefined;
  date: string | undefined;
  remarks: Remark[];
} {
  const title = above.findLast(isHeadingOf)?.[0];
  const lines = above.flat();
  const date = lines.map(archiveDateIn).find((each) => each !== undefined);
  const remarks = lines
    .filter((line) => line !== title)
    .map(
      (line): Remark =>
        isFileName(line)
          ? {
              kind: 'left-out',
              message: `A picture is named above the text, and is not here: “${excerpt(line, 120)}”.`,
            }
          : { kind: 'left-out', message: `Of the page around the article: “${excerpt(line)}”.` },
    );
  return { title, date, remarks };
}

/** Short lines of one paragraph are lines; a name of notes is a heading. */
function block(lines: readonly string[]): Element {
  const [first = ''] = lines;
  if (lines.length === 1 && namesNotes(first)) return h('h2', first);
  const isList =
    lines.length > 1 &&
    lines.every((line) => line.length > 20) &&
    lines.some((line) => /https?:|\d{4}/.test(line));
  const children = lines.flatMap((line, index) =>
    index === 0 ? [line] : [isList ? h('br') : '\n', line],
  );
  return h('p', children);
}
