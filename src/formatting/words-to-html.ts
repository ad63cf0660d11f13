import type { ElementContent } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';

/** What the words around a citation may not be: anything but text with emphasis, links, code and escapes. */
const disable = {
  null: [
    'autolink',
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'headingAtx',
    'htmlFlow',
    'htmlText',
    'labelStartImage',
    'list',
    'setextUnderline',
    'thematicBreak',
  ],
};

/** The author's words around a citation, in Markdown, as the content of a paragraph. */
export function wordsToHtml(words: string): ElementContent[] {
  const root = toHast(fromMarkdown(words.toWellFormed(), { extensions: [{ disable }] }));
  const paragraph = root.type === 'root' ? root.children[0] : undefined;
  return paragraph?.type === 'element' ? paragraph.children.flatMap(withWebLinks) : [];
}

/** A link leads to the web or into the site; of any other, its words stay. */
function withWebLinks(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(withWebLinks);
  const isLost =
    node.tagName === 'a' && !/^(?:https?:\/\/|[/#])/i.test(String(node.properties['href']));
  return isLost ? children : [{ ...node, children }];
}
