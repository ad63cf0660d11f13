import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import temml from 'temml';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import type { InlineMath, MathBlock } from './mdast-math.ts';
import { lengthOf, type RawEssay, rawEssay, startOf } from './raw-essay.ts';

/**
 * Sets formulas as MathML, with their TeX beside it for editions and for whoever copies them, and reports what is no
 * TeX.
 *
 * Input: `$\frac{a}{b}$`
 * Output: `<math><semantics><mfrac><mi>a</mi><mi>b</mi></mfrac><annotation encoding="application/x-tex">…`
 */
export const remarkFormulas: Plugin<[], Root> = () => (tree, file) => {
  const problems: Problem[] = [];
  visit(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    const math = typeset(node);
    if (typeof math === 'object') {
      const { tagName: hName, properties: hProperties, children: hChildren } = math;
      node.data = { ...node.data, hName, hProperties, hChildren };
    } else problems.push(faultIn(node, math, rawEssay(tree, file)));
  });
  report(file, problems);
};

const parseError = z.object({ position: z.number() });

/** The formula, or where it stops being one: an index of its text, its length when it is not complete. */
function typeset(node: MathBlock | InlineMath): Element | number {
  const displayMode = node.type === 'math' || node.isDisplay;
  const options = { displayMode, annotate: true, throwOnError: true };
  try {
    const [math] = fromHtml(temml.renderToString(node.value, options), { fragment: true }).children;
    if (math?.type !== 'element') return 0;
    // How it stands on its line, the attribute `display` says.
    const { style: _, className: __, ...properties } = math.properties;
    return { ...math, properties };
  } catch (error) {
    // Of some unfinished formulas the parser of TeX says nothing but that it cannot go on.
    return parseError.safeParse(error).data?.position ?? node.value.length;
  }
}

function faultIn(node: MathBlock | InlineMath, stopped: number, essay: RawEssay): Problem {
  const start = startOf(node);
  const typed = essay.source.slice(start, start + lengthOf(node));
  const rest = node.value.slice(stopped);
  const [words = ''] = /^(?:\\[a-z]+|\\?.)/i.exec(rest) ?? [];
  const offset = (/^\$+\s*/.exec(typed)?.[0].length ?? 0) + stopped;
  const message = `The formula “${shorten(node.value)}” cannot be read: ${reasonFor(words)}.`;
  return words === ''
    ? essay.problem('formula-parses', start, typed.length, message)
    : essay.problem('formula-parses', start + offset, words.length, message);
}

function reasonFor(words: string): string {
  if (words === '') return 'it ends too early';
  return words.startsWith('\\') && words.length > 2
    ? `“${words}” is no command that is known here`
    : `“${words}” has no place there`;
}

function shorten(tex: string): string {
  const [line = ''] = tex.split(/\r?\n/);
  return line.length > 40 || line !== tex ? `${line.slice(0, 40)}…` : tex;
}
