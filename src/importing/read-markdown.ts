/** Markdown: of Pandoc, Quarto and R Markdown, of sites, and of a site like this. */
import type { ElementContent, Element as HtmlElement, Root as HtmlRoot } from 'hast';
import { parse } from 'yaml';
import { z } from 'zod';
import { readFrontMatter } from '../essay/read-front-matter.ts';
import { splitFrontMatter } from '../essay/split-front-matter.ts';
import type { Facts, ReadDocument } from './document.ts';
import { describeOthers } from './facts-of-pandoc.ts';
import { ImportFailure } from './failure.ts';
import { attribute, isElement, listElements } from './hast.ts';
import { noteSign } from './note-signs.ts';
import { metaValues } from './pandoc-text.ts';
import { readByPandoc } from './read-by-pandoc.ts';
import { type Beside, withBibliographies } from './with-bibliographies.ts';

/** Quotation marks and dashes stay as they were typed; what GFM allows is allowed. */
const markdown =
  'markdown-smart-implicit_figures+lists_without_preceding_blankline-blank_before_header-blank_before_blockquote+autolink_bare_uris+task_lists+gfm_auto_identifiers-markdown_in_html_blocks';

export async function readMarkdown(
  name: string,
  text: string,
  beside: Beside,
): Promise<ReadDocument> {
  if (/^\uFEFF?\+\+\+[ \t]*(?:\r?\n|$)/.test(text))
    throw new ImportFailure(
      `“${name}” has front matter in TOML, between lines of +++. Write it in YAML, between lines of ---; hugo convert toYAML does so for a whole site.`,
    );
  const marked = text
    // A label is lost to Pandoc, and a note that is used twice is two to it.
    .replace(
      /^( {0,3}\[\^([^\]\s]+)\]:)[ \t]*/gm,
      (_, start: string, label: string) => `${start} ${noteSign('note', label)} `,
    )
    // Code that Quarto and R Markdown run is words in a line to it.
    .replace(/^([ \t]*(?:`{3,}|~{3,}))[ \t]*\{([a-z]\w*)(?:[\s,][^}\n]*)?\}/gim, '$1$2');
  const fields = ownFields(text);
  const read = await readByPandoc(
    name,
    markdown,
    fields === undefined ? marked : markFigures(marked),
  );
  readFigures(read.body);
  const document = await withBibliographies(
    name,
    read,
    metaValues(read.meta['bibliography']),
    beside,
  );
  const { facts } = document;
  const others = fields === undefined ? describeOthers(read.meta) : [];
  const isKnown = Array.isArray(fields?.['authors']) && fields['authors'].some(isMap);
  // To Pandoc it is Markdown.
  const title = typeof fields?.['title'] === 'string' ? fields['title'] : facts.title;
  // Names alone are settled with what the author of the command says.
  return {
    ...document,
    facts: { ...facts, fields, title, authors: isKnown ? [] : facts.authors },
    remarks: [...document.remarks, ...others],
  };
}

const picture = String.raw`\[?!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])(?:\]\([^)\n]*\))?(?:\{[^}\n]*\})?`;
const captioned = new RegExp(`^((?:${picture}[ \\t]*)+)\\n((?:.*\\S.*(?:\\n|$))+)`, 'gm');

/** A line of pictures with words below it is a figure to a site like this, and to Pandoc a paragraph. */
function markFigures(text: string): string {
  return text.replace(captioned, (_whole, pictures: string, below: string) => {
    const lines = below.replace(/^: +/, '').trimEnd().split('\n');
    const isCredit = /^\*(?!\*)[^\n]*\*(?:\[[^\]]*\])*$/.test(lines.at(-1) ?? '');
    const credit = isCredit ? ['', '::: credit', lines.pop() ?? '', ':::'] : [];
    return [
      ...['::: figure', pictures.trim(), '', '::: figcaption', ...lines],
      ...[...credit, ':::', ':::', ''],
    ].join('\n');
  });
}

function readFigures(body: HtmlRoot): void {
  for (const { node } of listElements(body)) {
    if (!isElement(node, 'div')) continue;
    const kind = /^(?:figure|figcaption|credit)$/.exec(attribute(node, 'className'))?.[0];
    if (kind === undefined) continue;
    Object.assign(node, { tagName: kind === 'credit' ? 'small' : kind, properties: {} });
    // What the credit says is small in place of its emphasis.
    if (kind === 'credit') node.children = creditWords(node);
  }
}

function creditWords(node: HtmlElement): ElementContent[] {
  const [only] = node.children.filter((child) => isElement(child, 'p'));
  const words = isElement(only) ? only.children : node.children;
  const [first, ...rest] = words;
  return isElement(first, 'em') ? [...first.children, ...rest] : words;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The front matter of a site like this, as it stands, if that is what the file has. */
function ownFields(text: string): Facts['fields'] {
  const { yaml } = splitFrontMatter(text);
  if (yaml === undefined || readFrontMatter(yaml).fields === undefined) return undefined;
  return z.record(z.string(), z.unknown()).parse(parse(yaml));
}
