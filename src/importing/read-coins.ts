/** Sources that a page describes for Zotero: OpenURL ContextObjects in spans (Z39.88-2004). */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { References } from './document.ts';
import { attribute, hasClass } from './hast.ts';

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  bookitem: 'chapter',
  conference: 'paper-conference',
  dissertation: 'thesis',
  proceeding: 'paper-conference',
  report: 'report',
};

/** Each as CSL-JSON, with nothing that the page does not say. */
export function readCoins(name: string, tree: Root): References[] {
  const found: References[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'span' || !hasClass(node, /(?:^|\s)Z3988(?:\s|$)/)) return;
    const said = new URLSearchParams(attribute(node, 'title'));
    const item = itemOf(said);
    if (item !== undefined) found.push({ name, text: JSON.stringify([item]), isFile: false });
  });
  return found;
}

function itemOf(said: URLSearchParams): object | undefined {
  const one = (field: string) => said.get(field)?.trim() || undefined;
  const type = types[one('rft.genre') ?? ''];
  const title = one('rft.atitle') ?? one('rft.title') ?? one('rft.btitle');
  if (type === undefined || title === undefined) return undefined;
  const author = said.getAll('rft.au').map((words) => {
    const [family, given] = words.split(/,\s*/);
    return given === undefined ? { literal: words } : { family, given };
  });
  const date = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(one('rft.date') ?? '');
  const [start, end] = [one('rft.spage'), one('rft.epage')];
  const fields = {
    id: '',
    type,
    title,
    author: author.length === 0 ? undefined : author,
    issued:
      date === null ? undefined : { 'date-parts': [date.slice(1).filter(Boolean).map(Number)] },
    'container-title': one('rft.jtitle') ?? (type === 'chapter' ? one('rft.btitle') : undefined),
    volume: one('rft.volume'),
    issue: one('rft.issue'),
    page: one('rft.pages') ?? (start && end ? `${start}-${end}` : start),
    publisher: one('rft.pub'),
    'publisher-place': one('rft.place'),
    ISBN: one('rft.isbn'),
    ISSN: one('rft.issn'),
    DOI: said
      .getAll('rft_id')
      .find((id) => id.startsWith('info:doi/'))
      ?.slice('info:doi/'.length),
    URL: said.getAll('rft_id').find((id) => /^https?:/.test(id)),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
