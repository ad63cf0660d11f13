/**
 * Books by their ISBN (ISO 2108), from the Books API of Open Library: https://openlibrary.org/dev/docs/api/books
 */
import { z } from 'zod';
import { readDate } from './read-date.ts';

/** The digits of the ISBN that `typed` is, its hyphens and the word before it left out; nothing when it is none. */
export function readIsbn(typed: string): string | undefined {
  const isbn = typed
    .trim()
    .replace(/^ISBN(?:-1[03])?[:\s]*/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  const digits = [...isbn].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  const sum = (weight: (index: number) => number) =>
    digits.reduce((total, digit, index) => total + digit * weight(index), 0);
  if (/^\d{9}[\dX]$/.test(isbn)) return sum((index) => 10 - index) % 11 === 0 ? isbn : undefined;
  if (!/^97[89]\d{10}$/.test(isbn)) return undefined;
  return sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0 ? isbn : undefined;
}

/** The first ISBN in a line, as it stands there. */
export function findIsbn(line: string): string | undefined {
  return [...line.matchAll(/\b(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dX]\b/gi)]
    .map(([found]) => found)
    .find((found) => readIsbn(found) !== undefined);
}

export function isbnAddress(isbn: string): string {
  return `https://openlibrary.org/api/books?bibkeys=ISBN:${isbn}&format=json&jscmd=data`;
}

const named = z.array(z.object({ name: z.string() })).optional();
const answer = z.record(
  z.string(),
  z.object({
    title: z.string(),
    subtitle: z.string().optional(),
    authors: named,
    publishers: named,
    publish_places: named,
    publish_date: z.string().optional(),
  }),
);

/** The book as CSL, or nothing when it is not known there. Of a name it is not said which part is the family's. */
export function isbnItem(body: string, isbn: string): object | undefined {
  const [book] = Object.values(answer.parse(JSON.parse(body)));
  if (book === undefined) return undefined;
  const { title, subtitle, authors = [], publishers = [], publish_places: places = [] } = book;
  return {
    type: 'book',
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    ...(authors.length > 0 && { author: authors.map(({ name }) => ({ literal: name })) }),
    ...(publishers[0] && { publisher: publishers[0].name }),
    ...(places[0] && { 'publisher-place': places[0].name }),
    ...(book.publish_date && { issued: readDate(book.publish_date) }),
    ISBN: isbn,
  };
}
