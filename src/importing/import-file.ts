/** Everything that a file brings to a site: essays, their pictures, and new sources; nothing is written here. */

import { type Desk, type NewEssay, planEssay } from '../essay/new-essay.ts';
import type { Library } from '../formatting/load-library.ts';
import type { Problem } from '../problems/problem.ts';
import { addReferences, type Shelf } from './cite-sources.ts';
import { type Counts, convertDocument } from './convert-document.ts';
import type { Facts, ReadDocument, References, Remark } from './document.ts';
import { learnSources } from './learn-sources.ts';
import { createNoteMatcher } from './match-notes.ts';
import { citedIds, type OpenDocument, openDocument } from './open-document.ts';
import { otherFields } from './other-fields.ts';
import { type ReadFile, readFileOf } from './read-file.ts';
import { type Said, settleFacts } from './settle-facts.ts';
import type { FindPicture } from './take-pictures.ts';
import { tellNotes } from './tell-notes.ts';
import type { Beside } from './with-bibliographies.ts';

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

/** Documents whose notes are told at once: the more, the fewer runs of the style, and the later the first is done. */
const together = 25;

export async function importFile(
  name: string,
  bytes: Uint8Array,
  said: Said,
  site: ImportSite,
  surroundings: Surroundings,
): Promise<ImportedFile> {
  const { documents, remarks } = await readFileOf(name, bytes, surroundings.beside);
  const printer = site.library.singleNotes();
  const matcher = createNoteMatcher(site.library.bibliography, printer);
  let { shelf, desk } = site;
  const essays: ImportedEssay[] = [];
  const problems: Problem[] = [];
  const newKeys: string[] = [];
  const isOnly = documents.length === 1;
  const saidOfEach = isOnly ? said : { ...said, title: undefined, name: undefined };
  for (let first = 0; first < documents.length; first += together) {
    const opened: OpenedDocument[] = [];
    for (const document of documents.slice(first, first + together)) {
      surroundings.tell(first + opened.length, documents.length);
      opened.push(await open(document, saidOfEach, desk.siteLang, surroundings));
    }
    const told = await tellNotes(
      opened.flatMap(({ open: { notes } }) => notes),
      matcher,
      printer,
    );
    for (const { document, facts, remarks: fromFacts, open: own } of opened) {
      const fromData = addReferences(
        [...surroundings.references, ...document.references],
        citedIds(own),
        shelf,
      );
      problems.push(...fromData.problems);
      const proved = own.notes.flatMap((note) => {
        const source = told.get(note)?.proved;
        return source === undefined ? [] : [[note.name, source] as const];
      });
      const learned = learnSources(new Map(proved), fromData.shelf);
      const { keys } = fromData;
      const converted = convertDocument(own, { keys, matcher, told, learned });
      const essay = planEssay(
        {
          title: facts.title ?? '',
          date: facts.date ?? said.today,
          lang: facts.lang,
          authors: facts.authors,
          name: facts.name,
          place: own.pictures.size > 0 ? 'folder' : 'file',
          description: facts.description,
          others: otherFields(facts),
          body: converted.markdown,
        },
        desk,
      );
      if ('file' in essay) {
        desk = { ...desk, files: [...desk.files, essay.file] };
        shelf = learned.shelf;
        newKeys.push(...fromData.newKeys, ...learned.newKeys);
      }
      essays.push({
        source: document.source,
        essay: 'faults' in essay ? { faults: faultsOf(document, facts, essay.faults) } : essay,
        pictures: own.pictures,
        counts: converted.counts,
        remarks: eachOnce([...fromFacts, ...converted.remarks]),
      });
    }
  }
  const target = shelf.files.find(({ path }) => path === shelf.to);
  return {
    essays,
    bibliography: newKeys.length === 0 ? undefined : target?.text,
    newKeys,
    problems,
    remarks,
  };
}

/** What is to be said several times is said once, with how often. */
function eachOnce(remarks: readonly Remark[]): Remark[] {
  return [...Map.groupBy(remarks, ({ kind, message }) => `${kind} ${message}`).values()].flatMap(
    ([remark, ...others]) => {
      if (remark === undefined || others.length === 0) return remark ?? [];
      return { ...remark, message: `${remark.message} (${others.length + 1} times)` };
    },
  );
}

interface OpenedDocument {
  readonly document: ReadDocument;
  readonly facts: Facts;
  /** What the author is told of these. */
  readonly remarks: readonly Remark[];
  readonly open: OpenDocument;
}

async function open(
  document: ReadFile['documents'][number],
  said: Said,
  siteLang: string,
  { findPicture }: Surroundings,
): Promise<OpenedDocument> {
  const { facts, remarks } = settleFacts(document.facts, said, siteLang);
  const leftOut = [document.facts, facts].flatMap(wordsOfFacts).concat(document.leftOut ?? []);
  const own = await openDocument(
    { ...document, facts, leftOut },
    async (address) => document.files.get(address) ?? findPicture(address),
    { address: document.address, siteLang },
  );
  return { document, facts, remarks, open: own };
}

function wordsOfFacts({ title, subtitle, description, abstract, authors }: Facts): string[] {
  return [title, subtitle, description, abstract, ...authors].flatMap((each) => each ?? []);
}

function faultsOf({ source }: ReadDocument, { title }: Facts, faults: readonly string[]): string[] {
  if (title !== undefined && title !== '') return [...faults];
  return [`${source} states no title. Give it one, as in: --title "Title of the essay"`];
}
