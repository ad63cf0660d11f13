import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem, TextFault } from '../problems/problem.ts';
import { describeCode, describeCodeParagraph } from './describe-syntax-error.ts';
import { report } from './file-data.ts';
import { isData } from './given-values.ts';
import { type RawEssay, rawEssay, startOf } from './raw-essay.ts';

type Expression = Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>;
type Element = Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

/**
 * Reports whatever MDX would run: expressions, components. An author who types `{T}` or `<Figure/>` means the words; a
 * build would say that T is not defined. Remarks (`{/* … *\/}`), text in quotation marks, elements of HTML with plain
 * attributes, and what the essay imports are let through. Changes nothing.
 */
export const remarkCheckCode: Plugin<[], Root> = () => (tree, file) => {
  const essay = rawEssay(tree, file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    for (const { offset, length, message, advice } of faultsOf(
      node,
      essay,
      file.data.imports ?? [],
    )) {
      problems.push({ ...essay.problem('essay-has-no-code', offset, length, message), advice });
    }
  });
  report(file, problems);
};

function faultsOf(node: Nodes, { source }: RawEssay, imports: readonly string[]): TextFault[] {
  switch (node.type) {
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return isPlain(node) ? [] : [describeCode(source, startOf(node), node.position?.end.offset)];
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      if (isImported(node, imports)) return workIn(node, source, imports);
      return [
        ...(isOfHtml(node) ? [] : [describeComponent(node, source)]),
        ...codeIn(node, source),
      ];
    case 'mdxjsEsm':
      return exportsIn(node, source);
    default:
      return [];
  }
}

/** A remark, or a text in quotation marks. */
function isPlain({ value }: Expression): boolean {
  const rest = value.replace(/\/\*[\s\S]*?\*\//g, '').trim();
  return rest === '' || /^(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`$\\]*`)$/.test(rest);
}

/** A fragment has no name. */
function isOfHtml({ name }: Element): boolean {
  return name === null || /^[a-z][a-z\d-]*$/.test(name);
}

/** What stands among imports and is none. */
function exportsIn(node: Extract<Nodes, { type: 'mdxjsEsm' }>, source: string): TextFault[] {
  const start = startOf(node);
  const other = node.data?.estree?.body.find(({ type }) => type !== 'ImportDeclaration');
  if (other === undefined) return [];
  const offset = 'start' in other && typeof other.start === 'number' ? other.start : start;
  if (offset === start) return [describeCodeParagraph(source, start)];
  const word = /^\w+/.exec(source.slice(offset))?.[0] ?? '';
  const advice = 'An essay may import; what it needs besides stands in the file that it imports.';
  return [{ offset, length: word.length, message: `“${word}” begins code here.`, advice }];
}

/** `<Chart>`, or `<charts.Bars>`. */
function isImported({ name }: Element, imports: readonly string[]): boolean {
  return imports.includes(name?.split('.')[0] ?? '');
}

function describeComponent(node: Element, source: string): TextFault {
  const offset = startOf(node);
  const words = /^<[^>]*>/.exec(source.slice(offset))?.[0] ?? '<';
  const message = `“${words}” is code here: it calls for a component “${node.name}”, which the essay does not import.`;
  return { offset, length: words.length, message, advice: `Write \`\\${words}\` for the words.` };
}

function codeIn({ attributes }: Element, source: string): TextFault[] {
  return attributes.flatMap((attribute) => {
    const isCode =
      attribute.type === 'mdxJsxExpressionAttribute' ||
      (typeof attribute.value === 'object' && attribute.value !== null);
    return isCode
      ? describeAttribute(attribute, source, 'Give it its value in quotation marks.')
      : [];
  });
}

/** The same of a component, which may be given data. */
function workIn({ attributes }: Element, source: string, imports: readonly string[]): TextFault[] {
  return attributes.flatMap((attribute) => {
    const isGiven =
      attribute.type === 'mdxJsxAttribute' &&
      (typeof attribute.value !== 'object' ||
        attribute.value === null ||
        isData(attribute.value, imports));
    const advice = 'Give it words, numbers, lists of them, or a name that the essay imports.';
    return isGiven ? [] : describeAttribute(attribute, source, advice);
  });
}

function describeAttribute(
  { position }: Element['attributes'][number],
  source: string,
  advice: string,
): TextFault[] {
  const { start, end } = position ?? {};
  if (start?.offset === undefined) return [];
  const words = source.slice(start.offset, end?.offset);
  const message = `“${words}” is code here.`;
  return [{ offset: start.offset, length: words.length, message, advice }];
}
