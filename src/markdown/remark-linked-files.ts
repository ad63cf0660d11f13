import { dirname, posix } from 'node:path';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { inEssaysFolder, isEssayFolder } from '../essay/essay-file.ts';
import type { FileUse } from './file-data.ts';
import { definitionsOf, lengthOf, rawEssay, startOf } from './raw-essay.ts';

/**
 * Notes, as `file.data.linkedFiles`, the files beside an essay that it leads to, such as a table or a scan: they are
 * published with it, if it is a folder. `exists` tells whether there is a file at a path from the top of the project.
 */
export const remarkLinkedFiles: Plugin<[(path: string) => boolean], Root> =
  (exists) => (tree, file) => {
    const { name: essayName = '' } = file.data;
    if (!isEssayFolder(inEssaysFolder(essayName))) return;
    const folder = dirname(essayName);
    const essay = rawEssay(tree, file);
    const targets = definitionsOf(tree);
    const uses: FileUse[] = [];
    visit(tree, (node) => {
      const isLink = node.type === 'link' || node.type === 'linkReference';
      if (!isLink) return;
      const url = node.type === 'link' ? node.url : targets.get(node.identifier)?.url;
      if (url === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(url)) return;
      // What is no address leads nowhere, as the check of links says.
      if (!URL.canParse(url, 'https://site.invalid/')) return;
      const name = posix.join(folder, decode(url.replace(/[?#].*$/s, '')));
      if (!name.startsWith(`${folder}/`) || name.endsWith('.mdx') || !exists(name)) return;
      const place = essay.placeOf(startOf(node));
      uses.push({ file: name, url, place, length: lengthOf(node) });
    });
    file.data.linkedFiles = uses;
  };

/** A percent sign that begins no character stays one. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    if (error instanceof URIError) return url;
    throw error;
  }
}
