import { describe, expect, it } from 'vitest';
import { checkSiteSettings } from '../../../src/metadata/check-site-settings.ts';
import { type SiteIdentity, settings } from '../../../src/site.ts';

const messages = (changes: Partial<SiteIdentity>) =>
  checkSiteSettings({ ...settings.site, ...changes }).map(({ message }) => message);

describe('the settings of the site', () => {
  it.each([
    ['as they are', {}],
    ['with authors', { authors: ['Müller, Anna', '김철수', '{Research Council}'] }],
    ['in a language of a region', { lang: 'en-GB' }],
  ])('are valid %s', (_what, changes) => {
    expect(messages(changes)).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, '“site.title” is “ ”; expected some text.'],
    [{ description: '' }, '“site.description” is “”; expected some text.'],
    [{ authors: ['Anna Müller', ''] }, '“site.authors[1]” is “”; expected some text.'],
    [{ feedLength: 0 }, '“site.feedLength” is “0”; expected a number from 1 on.'],
    [{ feedLength: 2.5 }, '“site.feedLength” is “2.5”; expected a whole number.'],
    [{ lang: 'en_US' }, '“site.lang” is “en_US”; expected a language tag such as en, ko or pt-BR.'],
  ])('are not valid with %j', (changes, message) => {
    expect(messages(changes)).toEqual([`The setting ${message}`]);
  });

  it('are all told of at once', () => {
    expect(messages({ title: '', lang: 'english' })).toHaveLength(2);
  });
});

it.each(['en', 'en-GB', 'ko', 'ru-RU'])('has words of its own in %s', (lang) => {
  expect(messages({ lang })).toEqual([]);
});

it('says when it has no words in the language of the site', () => {
  expect(messages({ lang: 'fi' })).toEqual([
    'The site is in “fi”, and has words of its own in ar, de, en, es, fr, it, ja, ko, pt, ru, zh, zh-Hant only: they are in English.',
  ]);
});
