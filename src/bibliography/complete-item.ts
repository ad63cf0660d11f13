/** What the mapping from BibLaTeX to CSL leaves undone: names, kinds of article, languages. */
import { languageTag } from './language-tag.ts';
import type { CslItem, CslName } from './source.ts';
import { isUncertain } from './source-date.ts';

/** BibLaTeX data annotations (manual, 3.7) by field and name: `author+an:order = {1=family-first}`. */
export type Annotations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What of an entry, as typed, the mapping has no use for and we have. */
interface RawParts {
  readonly annotations?: Annotations | undefined;
  readonly eprint?: string | undefined;
  /** `eprinttype` of BibLaTeX, `archiveprefix` of BibTeX. */
  readonly eprintType?: string | undefined;
  readonly archiveUrl?: string | undefined;
  /** ISO 8601. */
  readonly archiveDate?: string | undefined;
  /** Of the source itself. */
  readonly date?: string | undefined;
}

export function completeItem(item: CslItem, key: string, raw: RawParts): CslItem {
  const { annotations = {}, eprint, eprintType, archiveUrl, archiveDate, date } = raw;
  const { genre, language, ...rest } = item;
  const archive = eprint && !item.URL && !item.DOI && archives[eprintType?.toLowerCase() ?? ''];
  const article = item.type === 'article-journal' ? articleTypes[genre ?? ''] : undefined;
  const lang = language && languageTag(language);
  return {
    ...rest,
    ...(article === undefined ? genre && { genre } : { type: article }),
    ...(lang && { language: lang }),
    ...(item.issued && date && isUncertain(date) && { issued: { ...item.issued, circa: true } }),
    ...(archive && { URL: `${archive}${encodeURI(eprint)}` }),
    id: key,
    'citation-key': key,
    ...(item.author && { author: completeNames(item.author, annotations['author']) }),
    ...(archiveUrl && {
      custom: { archiveurl: archiveUrl, ...(archiveDate && { archivedate: archiveDate }) },
    }),
    ...(item.editor && { editor: completeNames(item.editor, annotations['editor']) }),
  };
}

/** Where an `eprint` of these types is found (BibLaTeX manual, 3.14.7). */
const archives: Record<string, string> = {
  arxiv: 'https://arxiv.org/abs/',
  hdl: 'https://hdl.handle.net/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://pubmed.ncbi.nlm.nih.gov/',
};

/** BibLaTeX keeps the kind of an article in `entrysubtype`; CSL has types for two of them. */
const articleTypes: Record<string, string> = {
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
};

/**
 * A name of one part is a corporate name or a name without parts: CSL's `literal`. A name marked
 * `author+an:order = {1=family-first}` keeps its order in every style.
 */
function completeNames(
  names: readonly CslName[],
  annotations: Annotations[string] | undefined,
): CslName[] {
  const familyFirst = new Set(
    [...(annotations?.['order'] ?? '').matchAll(/(\d+)\s*=\s*"?family-first"?/g)].map((match) =>
      Number(match[1]),
    ),
  );
  return names.map((name, index) => {
    const { family, given, ...rest } = name;
    if (family !== undefined && given === undefined && Object.keys(rest).length === 0) {
      return { literal: family };
    }
    return familyFirst.has(index + 1) ? { ...name, 'static-ordering': true } : name;
  });
}
