/** Which files are essays, and how an essay is named by its file. Paths are from the folder of essays, with slashes. */

/** The folder of essays, from the top of the project. */
export const essaysFolder = 'content/essays';

/** What an essay's file is called, as patterns of a glob. */
export const essayPatterns: readonly string[] = ['*.mdx', '*/index.mdx'];

/** Whether a file is an essay of its own, or the text of a folder that is one. */
export function isEssayFile(path: string): boolean {
  return /^(?:[^/]+|[^/]+\/index)\.mdx$/.test(path);
}

/** Whether an essay is a folder, which may have pictures beside the text. */
export function isEssayFolder(path: string): boolean {
  return /^[^/]+\/index\.mdx$/.test(path);
}

/** The name of an essay's file or, for a folder with `index.mdx`, of its folder. */
export function slugOf(path: string): string {
  return path.replace(/(?:\/index)?\.mdx$/, '');
}

/** Names of the files that an essay may have, from the top of the project. */
export function fileNamesOf(slug: string): string[] {
  return essayPatterns.map((pattern) => `${essaysFolder}/${pattern.replace('*', slug)}`);
}

/** The path of a file that is named from the top of the project; any other stays as it is. */
export function inEssaysFolder(name: string): string {
  const start = `${essaysFolder}/`;
  return name.startsWith(start) ? name.slice(start.length) : name;
}
