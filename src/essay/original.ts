/** What an essay was translated from, as front matter says it. */
import { z } from 'zod';
import { language, text } from './field-kinds.ts';

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'expected a web address such as https://essays.example/essay/',
});

export const elsewhereObject = z.strictObject({
  title: text.describe('The title, in its own language.'),
  lang: language.describe('Its language, such as ko.'),
  url: webAddress.describe('Where it is published.'),
});

/** An essay of this site by its address, or one that is published elsewhere. */
export const original = z.union(
  [
    text.refine(
      (address) => !URL.canParse(address),
      'expected its title and language beside it, as in { title: …, lang: ko, url: … }',
    ),
    elsewhereObject,
  ],
  'expected the address of an essay, or { title: …, lang: …, url: … }',
);
