import type { CreativeWork } from 'schema-dts';
import { displayName } from '../bibliography/display-name.ts';
import { toPlain } from '../bibliography/rich-text.ts';
import { isoDate, robustLinks } from '../bibliography/robust-link.ts';
import type { CslItem, CslName } from '../bibliography/source.ts';

/** A source in the words of https://schema.org/, by the kind of work it is. */
export function sourceThing(item: CslItem): SourceThing {
  const { title, author, editor, publisher, type, issued } = item;
  const container = item['container-title'];
  const [link] = robustLinks(item);
  const date = isoDate(issued);
  // schema.org knows no corporate editors.
  const people = (editor ?? []).map(agent).filter((each) => each['@type'] === 'Person');
  const isNews = type === 'article-newspaper';
  // Agencies and newspapers publish what they print.
  const house = publisher ?? (isNews ? container : undefined);
  return {
    '@type': kinds.get(type) ?? 'CreativeWork',
    ...(title && { name: toPlain(title) }),
    ...(author && { author: author.map(agent) }),
    ...(people.length > 0 && { editor: people }),
    ...(date && { datePublished: date }),
    ...(house && { publisher: { '@type': 'Organization', name: house } }),
    ...(container &&
      !isNews && { isPartOf: { '@type': containerKind(type), name: toPlain(container) } }),
    ...(link && { url: link.originalUrl }),
  };
}

export type SourceThing = Exclude<CreativeWork, string>;

type SourceKind =
  | 'Article'
  | 'BlogPosting'
  | 'Book'
  | 'Chapter'
  | 'Dataset'
  | 'Manuscript'
  | 'Map'
  | 'Movie'
  | 'NewsArticle'
  | 'Report'
  | 'ScholarlyArticle'
  | 'Thesis'
  | 'WebPage';

const kinds = new Map<string, SourceKind>([
  ['article', 'Article'],
  ['article-journal', 'ScholarlyArticle'],
  ['article-magazine', 'Article'],
  ['article-newspaper', 'NewsArticle'],
  ['book', 'Book'],
  ['chapter', 'Chapter'],
  ['dataset', 'Dataset'],
  ['manuscript', 'Manuscript'],
  ['map', 'Map'],
  ['motion_picture', 'Movie'],
  ['paper-conference', 'ScholarlyArticle'],
  ['post-weblog', 'BlogPosting'],
  ['report', 'Report'],
  ['thesis', 'Thesis'],
  ['webpage', 'WebPage'],
]);

function containerKind(type: string) {
  if (type.startsWith('article')) return 'Periodical';
  if (type === 'webpage' || type === 'post-weblog') return 'WebSite';
  return type === 'chapter' ? 'Book' : 'CreativeWork';
}

/** A name without parts is a corporate one in a bibliography. */
function agent(name: CslName) {
  return name.literal === undefined
    ? { '@type': 'Person' as const, name: displayName(name) }
    : { '@type': 'Organization' as const, name: name.literal };
}
