import { library } from '../library.ts';
import { checkPermalinks } from '../permalinks/check-permalinks.ts';
import { permalinksFile } from '../permalinks/permalinks.ts';
import { publishedAnchors } from '../permalinks/published-anchors.ts';
import { readRegister } from '../permalinks/read-register.ts';
import { hasError } from '../problems/print-problems.ts';
import type { Problem } from '../problems/problem.ts';
import type { SourceText } from '../problems/report.ts';
import {
  type Content,
  checkBodies,
  checkDrafts,
  checkMetadata,
  readContent,
  textOf,
} from './check-content.ts';
import { predictPages } from './predict-pages.ts';

export interface CheckedSite {
  readonly content: Content;
  readonly problems: readonly Problem[];
  /** The text of any file that a problem is in. */
  readonly sourceText: SourceText;
}

/** Everything that can be told of the project at `root` without a build. `last` is what was read before, if anything. */
export async function checkSite(root: string, last?: Content): Promise<CheckedSite> {
  const content = await readContent(root, library, last);
  const problems = [
    ...(await checkMetadata(content)),
    ...(await checkBodies(content)),
    ...(await checkDrafts(content)),
  ];
  const { kept, registerText } = await checkKept(root, content, problems);
  return {
    content,
    problems: [...problems, ...kept],
    sourceText: (name) => (name === permalinksFile ? registerText : textOf(content, name)),
  };
}

/** What was published and is no more. While anything else is wrong, nobody can tell. */
async function checkKept(root: string, content: Content, problems: readonly Problem[]) {
  const register = await readRegister(root);
  if ('problem' in register) return { kept: [register.problem], registerText: register.text };
  const { permalinks, text: registerText } = register;
  if (hasError(problems, { strict: false })) return { kept: [], registerText };
  const { bibliography } = await library.load();
  const { pages, essays } = await predictPages(content, permalinks);
  const published = publishedAnchors(pages, essays, bibliography);
  return { kept: checkPermalinks(permalinks, published, registerText), registerText };
}
