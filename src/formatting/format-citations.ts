/**
 * rehype-citation, fenced in. It is given only citations that it reads correctly, under keys that it
 * cannot confuse, with only the entries they cite.
 *
 * What is prevented: literal text for an unknown key, lower-cased and unescaped ids, a bibliography parsed
 * again for every file, notes of its own making, and words around a key read as locators or markup.
 */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { CslItem } from '../bibliography/source.ts';
import type { Citation } from '../citations/citation.ts';
import type { CitationStyle } from './citation-style.ts';
import { encodeCitation, putWords } from './encode-citation.ts';
import { finishCitation } from './finish-citation.ts';
import { runCitation } from './run-citation.ts';

/** What a run needs: values only, so that it can be sent to a worker. */
export interface FormattingJob {
  readonly citations: readonly Citation[];
  /** The sources that the citations cite; `id` is the key. */
  readonly items: readonly CslItem[];
  readonly style: CitationStyle;
}

/**
 * The citations as the style prints them, in the order given; addresses of sources are links. One that the
 * formatter fails on reads `[CSL STYLE ERROR: …]`, as citeproc itself puts it, and costs the others nothing.
 */
export async function formatCitations(job: FormattingJob): Promise<ElementContent[][]> {
  try {
    return await formatTogether(job);
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).split('\n')[0];
    if (job.citations.length <= 1)
      return [[{ type: 'text', value: `[CSL STYLE ERROR: ${reason}]` }]];
    const alone: ElementContent[][] = [];
    for (const citation of job.citations) {
      alone.push(...(await formatCitations({ ...job, citations: [citation] })));
    }
    return alone;
  }
}

async function formatTogether({
  citations,
  items,
  style,
}: FormattingJob): Promise<ElementContent[][]> {
  const byKey = new Map(items.map((item) => [item.id, item]));
  const plain = await formatEntries(citations.filter(isPlain), byKey, style);
  const worded = await formatOthers(
    citations.filter((each) => !isPlain(each)),
    byKey,
    style,
  );
  return citations.map((citation) => {
    const cited = citation.items.flatMap(({ key }) => byKey.get(key) ?? []);
    return finishCitation(plain.get(citation) ?? worded.get(citation) ?? [], cited, style);
  });
}

/** One source and nothing else, `[@kim2019]`: the entry of a bibliography. */
function isPlain({ items }: Citation): boolean {
  const [item] = items;
  if (item === undefined || items.length > 1) return false;
  return !item.prefix && !item.suffix && !item.locator && !item.suppressAuthor;
}

type Formatted = Map<Citation, readonly ElementContent[]>;
type Items = ReadonlyMap<string, CslItem>;

async function formatEntries(
  citations: readonly Citation[],
  items: Items,
  style: CitationStyle,
): Promise<Formatted> {
  const keys = citations.flatMap(({ items: [item] }) => item?.key ?? []);
  const aliases = aliasesOf(keys);
  const tree = h(null, []);
  const noCite = [...aliases.values()].map((alias) => `@${alias}`);
  const { entries: xml, locale } = style;
  await runCitation(tree, aliased(items, aliases), { xml, locale }, { noCite });
  const entries = new Map<unknown, readonly ElementContent[]>();
  visit(tree, 'element', ({ properties, children }) => {
    if (String(properties['id']).startsWith('bib-')) entries.set(properties['id'], children);
  });
  // An entry for which the style prints nothing is left out, and every later one has the id before its own.
  if (entries.size !== aliases.size) return formatOthers(citations, items, style);
  return new Map(
    citations.map((citation, index) => [
      citation,
      entries.get(`bib-${aliases.get(keys[index] ?? '')}`) ?? [],
    ]),
  );
}

async function formatOthers(
  citations: readonly Citation[],
  items: Items,
  style: CitationStyle,
): Promise<Formatted> {
  const aliases = aliasesOf(citations.flatMap((citation) => citation.items.map(({ key }) => key)));
  const paragraphs = citations.map((citation) => h('p', encodeCitation(citation, aliases)));
  const tree = h(null, paragraphs);
  const { citations: xml, locale } = style;
  await runCitation(tree, aliased(items, aliases), { xml, locale }, { suppressBibliography: true });
  return new Map(
    citations.map((citation, index) => {
      const span = paragraphs[index]?.children[0];
      const content = span?.type === 'element' ? span.children : [];
      return [citation, putWords(content, citation)];
    }),
  );
}

/** rehype-citation lower-cases keys and leaves out what it cannot spell; these it can. */
function aliasesOf(keys: readonly string[]): Map<string, string> {
  return new Map([...new Set(keys)].map((key, index) => [key, `source${index}`]));
}

function aliased(items: Items, aliases: ReadonlyMap<string, string>): CslItem[] {
  return [...aliases].flatMap(([key, alias]) => {
    const item = items.get(key);
    return item === undefined ? [] : [{ ...item, id: alias, 'citation-key': alias }];
  });
}
