import { describe, expect, it, vi } from 'vitest';
import { checkFrontMatter } from '../../../src/essay/check-front-matter.ts';
import { readFrontMatter } from '../../../src/essay/read-front-matter.ts';
import { loadMessages } from '../../../src/i18n/load-messages.ts';

describe('the map of an essay', () => {
  it.each([
    ['without a language', '', 'ru', 'ru'],
    ['in a language of its own', 'lang: pt-BR', 'ru', 'pt-BR'],
    ['in a language for which the site has no words', 'lang: sw', 'ru', 'ru'],
  ])('is checked in the words that its page has: %s', (_, field, siteLang, lang) => {
    const yaml = `title: An Essay
date: 2019
${field}
picture:
  map: { center: [128.5, 41.6], width: 2600, beyond: [{ name: Moscow, at: [37.6, 55.8] }] }
  alt: A map.
  caption: A river.
`;
    const around = { bibliography: { sources: new Map() }, exists: () => true, siteLang };

    const distance = vi.spyOn(loadMessages(lang, siteLang), 'distance');

    expect(checkFrontMatter(readFrontMatter(yaml), 'a.mdx', around)).toEqual([]);

    expect(distance).toHaveBeenCalled();
  });
});
