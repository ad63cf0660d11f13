import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { hasLetter, labelAnchorName } from '../citations/anchors.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleId } from '../problems/rules.ts';
import { report } from './file-data.ts';
import { labelOf, quote, type RawEssay, rawEssay, startOf } from './raw-essay.ts';

/**
 * Reports every fault of the notes of one essay, the marker's and the text's, each where the author typed
 * it. Changes nothing.
 */
export const remarkCheckNotes: Plugin<[], Root> = () => (tree, file) => {
  const essay = rawEssay(tree, file);
  report(file, [...checkDefinitions(essay), ...checkReferences(essay)]);
};

function checkDefinitions(essay: RawEssay): Problem[] {
  const used = new Set(
    essay.references.flatMap(({ node }) =>
      node.type === 'footnoteReference' ? [node.identifier] : [],
    ),
  );
  const firsts = new Map<string, FootnoteDefinition>();
  return essay.definitions.flatMap((node): Problem[] => {
    const mark = quote(node);
    const about = (rule: RuleId, message: string): Problem[] => [
      essay.problem(rule, startOf(node), mark.length - 2, message),
    ];
    const first = firsts.get(node.identifier);
    if (first !== undefined) {
      const line = first.position?.start.line;
      return about('note-is-unique', `The note ${mark} is defined twice: first on line ${line}.`);
    }
    firsts.set(node.identifier, node);
    if (!saysSomething(node)) return about('note-has-text', `The note ${mark} has no text.`);
    if (!used.has(node.identifier)) {
      return about('note-is-used', `The note ${mark} is used nowhere in the essay.`);
    }
    if (!hasLetter(labelAnchorName(labelOf(node)))) {
      const message = `The note ${mark} has no letter in its label, and its anchor would be a number or nothing.`;
      return about('anchor-has-a-letter', message);
    }
    return [];
  });
}

function checkReferences(essay: RawEssay): Problem[] {
  return essay.references.flatMap(({ node, ancestors }): Problem[] => {
    const words = quote(node);
    const about = (rule: RuleId, message: string): Problem[] => [
      essay.problem(rule, startOf(node), words.length - 2, message),
    ];
    if (ancestors.some((each) => each.type === 'heading' || isJsx(each, /^h[1-6]$/))) {
      const message = `${words} stands in a heading, where a note would enter its link and its contents.`;
      return about('note-is-outside-headings', message);
    }
    if (ancestors.some((each) => /^link/.test(each.type) || isJsx(each, /^a$/))) {
      const message = `${words} stands inside the words of a link, and a link cannot hold another.`;
      return about('note-is-outside-links', message);
    }
    const isInNote = ancestors.some(({ type }) => type === 'footnoteDefinition');
    return isInNote && node.type === 'footnoteReference'
      ? about('note-is-outside-notes', `${words} stands inside another note.`)
      : [];
  });
}

function isJsx(node: Nodes, name: RegExp): boolean {
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return isElement && node.name !== null && name.test(node.name);
}

function saysSomething(note: FootnoteDefinition): boolean {
  let found = false;
  visitParents(note, (node) => {
    if (node.type === 'citation' || node.type === 'image') found = true;
    if (
      (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') &&
      node.value.trim()
    )
      found = true;
  });
  return found;
}
