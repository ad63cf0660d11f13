import { dirname, posix } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { inEssaysFolder, isEssayFolder } from '../essay/essay-file.ts';
import type { Problem } from '../problems/problem.ts';
import { report } from './file-data.ts';
import { rawEssay, startOf } from './raw-essay.ts';

/** Components that several essays share, from the top of the project. */
const sharedFolder = 'src/components/prose/';

/**
 * Reads what an essay imports: files of its own folder, and components that essays share. Anything else is reported.
 * `exists` tells whether there is a file at a path from the top of the project.
 *
 * Input: `import Chart from './Chart.astro'`
 * Output: `file.data.imports` has the name `Chart`
 */
export const remarkImports: Plugin<[(path: string) => boolean], Root> =
  (exists) => (tree, file) => {
    const essay = rawEssay(tree, file);
    const { name: essayName = '' } = file.data;
    const names: string[] = [];
    const problems: Problem[] = [];
    visit(tree, 'mdxjsEsm', (node) => {
      for (const statement of node.data?.estree?.body ?? []) {
        if (statement.type !== 'ImportDeclaration') continue;
        names.push(...statement.specifiers.map(({ local }) => local.name));
        const typed = String(statement.source.value);
        const fault = faultOf(typed, essayName, exists);
        if (fault === undefined) continue;
        // Behind its quotation mark.
        const start = offsetOf(statement.source, startOf(node)) + 1;
        problems.push(essay.problem('import-is-of-the-essay', start, typed.length, fault));
      }
    });
    report(file, problems);
    if (names.length > 0) file.data.imports = names;
  };

/** Where the parser of code says that it begins. */
function offsetOf(code: object, otherwise: number): number {
  return 'start' in code && typeof code.start === 'number' ? code.start : otherwise;
}

function faultOf(
  typed: string,
  essayName: string,
  exists: (path: string) => boolean,
): string | undefined {
  const folder = dirname(essayName);
  const name = posix.join(folder, typed);
  const hasFolder = isEssayFolder(inEssaysFolder(essayName));
  // Windows has backslashes between folders, too.
  const isRelative = /^\.{1,2}\/[^\\]+$/.test(typed);
  const isOwn = hasFolder && name.startsWith(`${folder}/`);
  const words = `The essay imports “${typed}”`;
  if (!isRelative || !(isOwn || name.startsWith(sharedFolder)))
    return hasFolder
      ? `${words}, which is not in its own folder.`
      : `${words}, and has no folder of its own.`;
  return exists(name) ? undefined : `${words}, and there is no such file.`;
}
