/** The last look: the built pages themselves, whatever they were made from. */
import { fromHtml } from 'hast-util-from-html';
import { visitParents } from 'unist-util-visit-parents';
import { rawCitation } from '../citations/citation.ts';
import type { Problem } from '../problems/problem.ts';

/** A problem of a built file, with the characters at fault, by which it may be found where they were typed. */
export interface PageProblem extends Problem {
  readonly words: string;
}

/** Finds citations in the text of a page or in an attribute that is read, outside code. */
export function findRawCitations(html: string, file: string): PageProblem[] {
  // Linked data is full of what looks like citations, and no reader sees it.
  const shown = html.replace(/<script\b[\s\S]*?<\/script>/g, '');
  if (!/\[[^[\]]*@/.test(shown)) return [];
  const problems: PageProblem[] = [];
  visitParents(fromHtml(html), (node, ancestors) => {
    const words = wordsOf(node);
    const typed = words.match(rawCitation)?.[0];
    const inCode = [node, ...ancestors].some(
      (each) =>
        each.type === 'element' && ['code', 'pre', 'style', 'script'].includes(each.tagName),
    );
    if (typed === undefined || inCode) return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    problems.push({
      rule: 'page-shows-no-raw-citation',
      file,
      place: { line, column },
      length: typed.length,
      words: typed,
      message: `The page shows “${typed}”, a citation that was never made into a note.`,
    });
  });
  return problems;
}

type HtmlNode = ReturnType<typeof fromHtml> | ReturnType<typeof fromHtml>['children'][number];

function wordsOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { alt, title, ariaLabel, content } = node.properties;
  return [alt, title, ariaLabel, content].filter((value) => typeof value === 'string').join(' ');
}
