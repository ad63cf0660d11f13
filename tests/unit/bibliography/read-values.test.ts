import { parse } from '@citation-js/plugin-bibtex/lib/input/value.js';
import { expect, it } from 'vitest';
import { readValues } from '../../../src/bibliography/read-values.ts';

it.each([
  ['title', 'Plain words, “quoted”: 50% of them'],
  ['title', "A ``quote''  from\n\tp.\u{a0}9--10 --- or so"],
  ['title', '---'],
  ['title', ' '],
  ['pages', '12--34, 56-78'],
  ['volume', '3'],
  ['title', '{The} {{MiG}-{-}21} `{`and} { }{} me'],
  ['publisher', '{Simon and Schuster}'],
  ['publisher', '{{Wiley}}'],
  ['url', 'https://example.org/a--b?c=``d'],
  ['doi', '10.1000/a--b c'],
  ['publisher', 'Wallis and Futuna'],
  ['publisher', 'Anderson'],
  ['language', 'german'],
  ['keywords', 'one, two,  three'],
  ['author', 'Kim, Ann AND Ben Lee and others'],
  ['author', 'Jean-Pierre de la Tour-Neuve and van der Berg, Jr., Carl'],
  ['author', 'De-la Cruz, Jo-Ann and 李 小龙 and ernst and o’Neil, J.'],
  ['author', 'Kim,Ann, and Ben and and Lee'],
  ['author', ' Kim , Ann and  Ben - Lee - '],
  ['author', 'given=Ann, family=Kim'],
  ['author', 'A, B, C, D and ,'],
])('%s of %j is read as Citation.js reads it', (field, value) => {
  expect(readValues({ [field]: value })).toEqual({ [field]: parse(value, field) });
});

it.each(['{The} {MiG', '}The{ MiG'])('%s cannot be read', (title) => {
  expect(() => readValues({ title })).toThrow();
});
