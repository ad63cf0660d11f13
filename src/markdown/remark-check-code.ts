import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem, TextFault } from '../problems/problem.ts';
import { describeCode, describeCodeParagraph } from './describe-syntax-error.ts';
import { report } from './file-data.ts';
import { type RawEssay, rawEssay, startOf } from './raw-essay.ts';

type Expression = Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>;
type Element = Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;

/**
 * Reports whatever MDX would run: expressions, components, imports. An author who types `{T}` or `<Figure/>` means the
 * words; a build would say that T is not defined. Remarks (`{/* … *\/}`), text in quotation marks and elements of HTML
 * with plain attributes are let through. Changes nothing.
 */
export const remarkCheckCode: Plugin<[], Root> = () => (tree, file) => {
  const essay = rawEssay(tree, file);
  const problems: Problem[] = [];
  visit(tree, (node) => {
    for (const { offset, length, message, advice } of faultsOf(node, essay)) {
      problems.push({ ...essay.problem('essay-has-no-code', offset, length, message), advice });
    }
  });
  report(file, problems);
};

function faultsOf(node: Nodes, { source }: RawEssay): TextFault[] {
  switch (node.type) {
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return isPlain(node) ? [] : [describeCode(source, startOf(node), node.position?.end.offset)];
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return [
        ...(isOfHtml(node) ? [] : [describeComponent(node, source)]),
        ...codeIn(node, source),
      ];
    case 'mdxjsEsm':
      return [describeCodeParagraph(source, startOf(node))];
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

function describeComponent(node: Element, source: string): TextFault {
  const offset = startOf(node);
  const words = /^<[^>]*>/.exec(source.slice(offset))?.[0] ?? '<';
  const message = `“${words}” is code here: it calls for a component “${node.name}”, which no essay has.`;
  return { offset, length: words.length, message, advice: `Write \`\\${words}\` for the words.` };
}

function codeIn({ attributes }: Element, source: string): TextFault[] {
  return attributes.flatMap((attribute) => {
    const isCode =
      attribute.type === 'mdxJsxExpressionAttribute' ||
      (typeof attribute.value === 'object' && attribute.value !== null);
    const { start, end } = attribute.position ?? {};
    if (!isCode || start?.offset === undefined) return [];
    const words = source.slice(start.offset, end?.offset);
    const advice = 'Give it its value in quotation marks.';
    return [
      { offset: start.offset, length: words.length, message: `“${words}” is code here.`, advice },
    ];
  });
}
