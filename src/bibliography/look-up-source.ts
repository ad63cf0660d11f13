/**
 * A source by its DOI, its ISBN or its address: from the registry of its DOI, from Open Library, or from its own page.
 * https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/
 */
import { z } from 'zod';
import { cleanItem } from './clean-item.ts';
import { isbnAddress, isbnItem, readIsbn } from './isbn.ts';
import { pageItem } from './page-item.ts';
import type { PastedText } from './read-pasted.ts';
import { isWebAddress } from './robust-link.ts';

/** What is asked for: `typed` as the author has it, `url` as it is fetched. */
export interface LookUp {
  readonly kind: 'doi' | 'isbn' | 'page';
  readonly typed: string;
  readonly url: string;
}

export interface LookUpOptions {
  readonly fetch: typeof fetch;
  /** ISO 8601. */
  readonly today: string;
  readonly milliseconds: number;
}

/** What `typed` asks for, or nothing when it is no DOI, ISBN or address. */
export function readLookUp(typed: string): LookUp | undefined {
  const text = typed.trim();
  const [, doi] =
    /^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i.exec(text) ??
    [];
  if (doi !== undefined) {
    const isAddress = /^https?:/i.test(text);
    const path = isAddress ? doi : doi.split('/').map(encodeURIComponent).join('/');
    return { kind: 'doi', typed: text, url: `https://doi.org/${path}` };
  }
  const isbn = readIsbn(text);
  if (isbn !== undefined) return { kind: 'isbn', typed: text, url: isbnAddress(isbn) };
  const isPage = !/\s/.test(text) && isWebAddress(text);
  return isPage ? { kind: 'page', typed: text, url: text } : undefined;
}

/** The source as CSL-JSON under the words it was asked for by; or one sentence on why there is none, and what to do. */
export async function lookUpSource(
  lookUp: LookUp,
  { fetch, today, milliseconds }: LookUpOptions,
): Promise<PastedText | { readonly fault: string }> {
  const { kind, typed, url } = lookUp;
  try {
    const response = await fetch(url, {
      headers: { Accept: accepted[kind] },
      signal: AbortSignal.timeout(milliseconds),
    });
    if (!response.ok)
      return failure(lookUp, answers[response.status] ?? `the answer was ${response.status}`);
    const contentType = response.headers.get('content-type') ?? '';
    if (kind === 'page' && !/html/i.test(contentType)) return failure(lookUp, 'it is no page');
    const body = await response.text();
    const item =
      kind === 'page' ? pageItem(body, url.replace(/#.*$/, ''), today) : readRegistry(lookUp, body);
    if (item === undefined)
      return failure(
        lookUp,
        kind === 'isbn' ? 'Open Library does not know it' : 'the answer was no CSL-JSON',
      );
    return { name: typed, text: JSON.stringify([item], null, 2) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure(lookUp, reasonOf(error, lookUp, milliseconds));
  }
}

const accepted = {
  doi: 'application/vnd.citationstyles.csl+json',
  isbn: 'application/json',
  page: 'text/html, application/xhtml+xml',
};

const answers: Partial<Record<number, string>> = {
  403: 'its host refuses programs',
  404: 'nothing is there',
  410: 'it is gone',
  429: 'its host was asked too often',
};

function failure({ kind, typed }: LookUp, reason: string): { fault: string } {
  const what = { doi: 'DOI', isbn: 'ISBN', page: 'address' }[kind];
  return {
    fault: `The ${what} “${typed}” could not be looked up (${reason}): paste the BibTeX or RIS that its publisher or Zotero gives instead.`,
  };
}

function reasonOf(error: Error, { url }: LookUp, milliseconds: number): string {
  if (error.name === 'TimeoutError') return `no answer within ${milliseconds / 1000} seconds`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const host = new URL(url).host;
  return `${host} cannot be reached${code === '' ? '' : `, ${code}`}`;
}

function readRegistry({ kind, typed }: LookUp, body: string): object | undefined {
  try {
    if (kind === 'isbn') return isbnItem(body, readIsbn(typed) ?? '');
    const item = z.record(z.string(), z.unknown()).parse(JSON.parse(body));
    return cleanItem(item);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
