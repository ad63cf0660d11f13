import { expect, it } from 'vitest';
import { readPlainReferences } from '../../../src/bibliography/plain-references.ts';

it('references in plain words are looked up by the DOI or the address in them, and the rest is named', () => {
  const text = `Kim, A. (2019). A title. Journal, 3(2), 1–20. https://doi.org/10.1000/182.

Lee, B. “Another,” The Herald (see http://herald.example/2018/a), May 2018.\r\nDoe, C. doi:10.1000/abc(1)x
Okafor, A. Bridges. Lagos 2017, 240 pp., ISBN 978-0-306-40615-7, 12 €.
Bell, G. Letter to her mother, 1905, no. 9780306406158.`;

  const found = readPlainReferences(text).map(({ words, lookUp }) => [
    words.slice(0, 4),
    lookUp?.url,
  ]);

  expect(found).toEqual([
    ['Kim,', 'https://doi.org/10.1000/182'],
    ['Lee,', 'http://herald.example/2018/a'],
    ['Doe,', 'https://doi.org/10.1000/abc(1)x'],
    ['Okaf', 'https://openlibrary.org/api/books?bibkeys=ISBN:9780306406157&format=json&jscmd=data'],
    ['Bell', undefined],
  ]);
});
