/** Everything that a file brings to a site: essays, their pictures, and new sources; nothing is written here. */

import { hasSeveralNames } from '../essay/author-name.ts';
import { isAddressName } from '../essay/check-addresses.ts';
import { type Desk, type NewEssay, planEssay } from '../essay/new-essay.ts';
import type { Library } from '../formatting/load-library.ts';
import type { Problem } from '../problems/problem.ts';
import { addReferences, type Shelf } from './cite-sources.ts';
import { type Counts, citedIds, convertDocument } from './convert-document.ts';
import type { Facts, ReadDocument, References, Remark } from './document.ts';
import { learnSources } from './learn-sources.ts';
import { createNoteMatcher } from './match-notes.ts';
import { otherFields } from './other-fields.ts';
import { readFileOf } from './read-file.ts';
import type { Beside } from './read-text-formats.ts';
import type { FindPicture } from './take-pictures.ts';

/** What the author says of the essay, before what the document says of itself. */
export interface Said {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly lang?: string | undefined;
  readonly authors: readonly string[];
  readonly name?: string | undefined;
  /** For a document that states no date: ISO 8601. */
  readonly today: string;
}

export interface ImportSite {
  readonly desk: Desk;
  readonly library: Library;
  readonly shelf: Shelf;
}

export interface Surroundings {
  /** Bibliographies that the author names beside the document. */
  readonly references: readonly References[];
  readonly beside: Beside;
  readonly findPicture: FindPicture;
  /** Is told how far it is: how many documents of how many. */
  readonly tell: (done: number, all: number) => void;
}

export interface ImportedEssay {
  /** The document as its author knows it. */
  readonly source: string;
  readonly essay: NewEssay | { readonly faults: readonly string[] };
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly counts: Counts;
  readonly remarks: readonly Remark[];
}

export interface ImportedFile {
  readonly essays: readonly ImportedEssay[];
  /** The whole new text of the bibliography. */
  readonly bibliography: string | undefined;
  /** Keys of new entries. */
  readonly newKeys: readonly string[];
  /** What is wrong with sources that it brings. */
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}

export async function importFile(
  name: string,
  bytes: Uint8Array,
  said: Said,
  site: ImportSite,
  surroundings: Surroundings,
): Promise<ImportedFile> {
  const { documents, remarks } = await readFileOf(name, bytes, surroundings.beside);
  const matcher = createNoteMatcher(site.library.bibliography, site.library.notes);
  let { files } = site.shelf;
  let { desk } = site;
  const essays: ImportedEssay[] = [];
  const problems: Problem[] = [];
  const newKeys: string[] = [];
  for (const document of documents) {
    surroundings.tell(essays.length, documents.length);
    const references = [...surroundings.references, ...document.references];
    const fromData = addReferences(references, citedIds(document.body), { ...site.shelf, files });
    const shelf = { ...site.shelf, files: fromData.files };
    problems.push(...fromData.problems);
    const isSaid = documents.length === 1;
    const { facts, remarks: fromFacts } = settleFacts(
      document.facts,
      isSaid ? said : { ...said, title: undefined, name: undefined },
      desk.siteLang,
    );
    const converted = await convertDocument(
      {
        ...document,
        facts,
        leftOut: [document.facts, facts].flatMap(wordsOfFacts).concat(document.leftOut ?? []),
      },
      {
        keys: fromData.keys,
        matcher,
        learn: (notes) => learnSources(notes, site.library.notes, shelf),
        findPicture: async (address) =>
          document.files.get(address) ?? surroundings.findPicture(address),
        address: document.address,
      },
    );
    const essay = planEssay(
      {
        title: facts.title ?? '',
        date: facts.date ?? said.today,
        lang: facts.lang,
        authors: facts.authors,
        name: facts.name,
        place: converted.pictures.size > 0 ? 'folder' : 'file',
        description: facts.description,
        others: otherFields(facts),
        body: converted.markdown,
      },
      desk,
    );
    if ('file' in essay) {
      desk = { ...desk, files: [...desk.files, essay.file] };
      files = converted.learned.files;
      newKeys.push(...fromData.newKeys, ...converted.learned.newKeys);
    }
    essays.push({
      source: document.source,
      essay: 'faults' in essay ? { faults: faultsOf(document, facts, essay.faults) } : essay,
      pictures: converted.pictures,
      counts: converted.counts,
      remarks: [...fromFacts, ...converted.remarks],
    });
  }
  const target = files.find(({ path }) => path === site.shelf.to);
  return {
    essays,
    bibliography: newKeys.length === 0 ? undefined : target?.text,
    newKeys,
    problems,
    remarks,
  };
}

function wordsOfFacts({ title, subtitle, description, abstract, authors }: Facts): string[] {
  return [title, subtitle, description, abstract, ...authors].flatMap((each) => each ?? []);
}

/** What is said counts before what is stated; what is neither is not there. */
function settleFacts(
  stated: Facts,
  said: Said,
  siteLang: string,
): { facts: Facts; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const authors = said.authors.length > 0 ? said.authors : stated.authors;
  const single = authors.filter((name) => !hasSeveralNames(name));
  for (const name of authors.filter(hasSeveralNames))
    remarks.push({
      kind: 'not-understood',
      message: `“${name}” may be several authors, or an organization: name each with --author, an organization in braces.`,
    });
  const date = said.date ?? stated.date;
  if (date === undefined)
    remarks.push({
      kind: 'offered',
      message: `The document states no date; the essay has this month’s, ${said.today}. Correct it, or give it with --date.`,
    });
  const isUsable =
    stated.name !== undefined && /\p{L}/u.test(stated.name) && isAddressName(stated.name);
  const name = said.name ?? (isUsable ? stated.name : undefined);
  const lang = said.lang ?? otherLanguage(stated.lang, siteLang);
  const description = stated.description?.replace(/\s+/g, ' ').trim() || undefined;
  return {
    facts: {
      ...stated,
      title: said.title ?? stated.title,
      authors: single,
      date,
      lang,
      description,
      name,
    },
    remarks,
  };
}

/** A stated language that is not the site's; `en-US` is the English of a site in English. */
function otherLanguage(tag: string | undefined, siteLang: string): string | undefined {
  if (tag === undefined || !/^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(tag)) return undefined;
  try {
    const [stated, own] = [new Intl.Locale(tag.replaceAll('_', '-')), new Intl.Locale(siteLang)];
    const isSame = stated.language === own.language && (stated.script ?? '') === (own.script ?? '');
    return isSame ? undefined : stated.toString();
  } catch {
    return undefined;
  }
}

function faultsOf({ source }: ReadDocument, { title }: Facts, faults: readonly string[]): string[] {
  if (title !== undefined && title !== '') return [...faults];
  return [`${source} states no title. Give it one, as in: --title "Title of the essay"`];
}
