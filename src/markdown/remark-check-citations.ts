import type { Definition, Image, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { bareKey, rawCitation } from '../citations/citation.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import type { CitationNode } from './mdast-citation.ts';
import { fold, labelOf, quote, type RawEssay, rawEssay, startOf } from './raw-essay.ts';

/**
 * Reports every fault of the citations of one essay, and everything left as text that was meant as a
 * citation or a note, each where the author typed it. Changes nothing.
 */
export const remarkCheckCitations: Plugin<[Keys], Root> = (keys) => (tree, file) => {
  const essay = rawEssay(tree, file);
  report(file, [
    ...essay.citations.flatMap((node) => checkCitation(node, essay, keys)),
    ...essay.texts.flatMap((node) => checkLeftovers(node, essay, keys)),
    ...essay.others.flatMap((node) => checkHidden(node, essay)),
  ]);
};

/** A citation where no page shows one: the name of a link, the description of a picture. */
function checkHidden(node: Definition | Image, essay: RawEssay): Problem[] {
  const isDefinition = node.type === 'definition';
  if (isDefinition && node.label?.startsWith('^')) {
    const message = `“[${node.label}]” cannot be the label of a note: it has a space in it.`;
    return [essay.problem('note-is-defined', startOf(node), node.label.length + 2, message)];
  }
  const words = isDefinition ? `[${node.label ?? ''}]` : (node.alt ?? '');
  const typed = words.match(rawCitation)?.[0] ?? (isDefinition ? undefined : bareIn(words));
  if (typed === undefined) return [];
  const where = isDefinition ? 'names a link' : 'stands in the description of a picture';
  const message = `“${typed}” ${where}, where it cannot become a note.`;
  return [essay.problem('citation-is-in-the-text', startOf(node), typed.length, message)];
}

/** A citation inside a description has lost its brackets. */
function bareIn(words: string): string | undefined {
  return words.match(bareKey)?.[0];
}

/** The bibliography, by key. */
type Keys = ReadonlyMap<string, unknown>;

function checkCitation(node: CitationNode, essay: RawEssay, keys: Keys): Problem[] {
  const words = quote(node);
  const malformed = node.faults.map(({ words: faulty, what }) => {
    const message = `${words} cannot be read as a citation: ${what}.`;
    return essay.problem(
      'citation-is-well-formed',
      find(node, faulty, essay),
      Math.max(faulty.length, 1),
      message,
    );
  });
  const unknown = node.citation.items
    .filter(({ key }) => !keys.has(key))
    .map(({ key, words: typed }) => {
      const aside = node.isInText ? '; an “@” that cites nothing is written “\\@”' : '';
      const message = `${words} cites “${key}”, which is no key of the bibliography${aside}.`;
      const problem = essay.problem(
        'citation-key-exists',
        find(node, typed, essay),
        typed.length,
        message,
      );
      return { ...problem, source: key, nearest: nearestMatch(key, keys.keys()) };
    });
  return [
    ...malformed,
    ...unknown,
    ...checkOpenBracket(node, essay),
    ...checkInlineNote(node, essay),
  ];
}

/** `^[See @kim2019.]`, Pandoc's note without a label. */
function checkInlineNote(node: CitationNode, essay: RawEssay): Problem[] {
  const start = startOf(node) - 1;
  if (node.isInText || essay.source[start] !== '^') return [];
  const typed = essay.source.slice(start, node.position?.end.offset);
  const message = `“${fold(typed)}” is a note without a label, which this site does not read.`;
  return [essay.problem('note-is-defined', start, typed.length, message)];
}

/** `[see @kim2019 and so on`: without its end, only the author would be named. */
function checkOpenBracket(node: CitationNode, essay: RawEssay): Problem[] {
  const start = startOf(node);
  const open = node.isInText ? /(?<!\\)\[[^\]\n]*$/.exec(essay.source.slice(0, start)) : null;
  const rest = essay.source.slice(start).split(/\r?\n/, 1)[0] ?? '';
  if (open === null || rest.includes(']')) return [];
  const typed = open[0] + rest;
  const message = `“${fold(typed)}” begins a citation that cannot be read.`;
  return [essay.problem('citation-is-well-formed', open.index, typed.length, message)];
}

/** What the parser left as text although it was meant as a citation or a note. */
function checkLeftovers(node: Text, essay: RawEssay, keys: Keys): Problem[] {
  // Text that a plugin made, as in an autolink, was not typed so.
  if (node.position === undefined) return [];
  const start = startOf(node);
  const typed = essay.source.slice(start, node.position?.end.offset);
  const matches = (pattern: RegExp) =>
    [...typed.matchAll(pattern)].filter(({ index }) => typed[index - 1] !== '\\');
  const raw = matches(rawCitation).map((match) => {
    const message = `“${fold(match[0])}” begins a citation that cannot be read.`;
    return essay.problem('citation-is-well-formed', start + match.index, match[0].length, message);
  });
  // Behind a bracket it is part of the above or escaped; behind a slash it is part of an address.
  const bare = (raw.length > 0 ? [] : matches(bareKey))
    .filter(({ 1: key = '', index }) => keys.has(key) && !/[[/]/.test(typed[index - 1] ?? ''))
    .map((match) => {
      const message = `“${match[0]}” is a key of the bibliography, but stands without brackets.`;
      return essay.problem(
        'citation-is-well-formed',
        start + match.index,
        match[0].length,
        message,
      );
    });
  const labels = essay.definitions.map(labelOf);
  const notes = matches(/\[\^([^\]]+)\]/g).map((match) => {
    const message = `The note “${match[0]}” is used here but defined nowhere.`;
    const problem = essay.problem('note-is-defined', start + match.index, match[0].length, message);
    return { ...problem, nearest: nearestMatch(match[1] ?? '', labels) };
  });
  const inline = matches(/\^\[[^\]]*\]?/g).map((match) => {
    const message = `“${match[0]}” is a note without a label, which this site does not read.`;
    return essay.problem('note-is-defined', start + match.index, match[0].length, message);
  });
  return [...raw, ...bare, ...notes, ...inline];
}

/** Where `words` stand in the source of a citation; its lines may have marks of a quotation before them. */
function find(node: CitationNode, words: string, { source }: RawEssay): number {
  const start = startOf(node);
  const index = source.slice(start, node.position?.end.offset).indexOf(words);
  return start + Math.max(index, 0);
}
