/** Who imports whom in the code of the site, from what stands in its files. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../src/disk/list-files.ts';
import { project } from './make-site.ts';

export interface CodeFile {
  /** From the top of the project. */
  readonly name: string;
  readonly text: string;
  /** What it imports of ours, types included: files from the top of the project, and virtual modules. */
  readonly own: readonly string[];
  /** All else it imports, by name. */
  readonly packages: readonly string[];
}

/** All code: `src`, and the one file outside it that puts it together. */
export async function readCode(): Promise<CodeFile[]> {
  const files = [...(await listFiles(join(project, 'src'))), join(project, 'astro.config.ts')];
  return Promise.all(
    files
      .filter((file) => /\.(?:ts|astro)$/.test(file))
      .map(async (file) => {
        const name = relative(project, file).replaceAll('\\', '/');
        return readImports(name, await readFile(file, 'utf8'));
      }),
  );
}

export function readImports(name: string, text: string): CodeFile {
  const code = name.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  const named = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
  // A worker, or what is loaded when it is needed, is named in other ways, too.
  const loaded = [...code.matchAll(/'(\.{1,2}\/[^']+\.(?:ts|astro|css))'/g)].map(
    ([, path = '']) => path,
  );
  const { own = [], packages = [] } = Object.groupBy(new Set([...named, ...loaded]), (each) =>
    /^(?:\.|virtual:)/.test(each) ? 'own' : 'packages',
  );
  const fromTop = own.map((each) =>
    each.startsWith('.') ? join(dirname(name), each).replaceAll('\\', '/') : each,
  );
  return { name, text, own: fromTop, packages };
}

/** The circles of a graph: every set of nodes that lead to each other, by way of whatever. */
export function findCircles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reached = new Map([...graph.keys()].map((node) => [node, reachedFrom(node, graph)]));
  const circles = [...graph.keys()].flatMap((node) => {
    const circle = [...(reached.get(node) ?? [])].filter((each) => reached.get(each)?.has(node));
    // Once, by the first of its names.
    return circle.length > 0 && circle.every((each) => node <= each) ? [circle.toSorted()] : [];
  });
  return circles;
}

function reachedFrom(start: string, graph: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const ahead = [start];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    for (const next of graph.get(node) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      ahead.push(next);
    }
  }
  return reached;
}
