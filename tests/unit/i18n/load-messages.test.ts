import { describe, expect, it } from 'vitest';
import { languages, loadMessages } from '../../../src/i18n/load-messages.ts';

describe('the words of a text', () => {
  it.each([
    ['ko', 'en', 'ko', '각주'],
    ['ko-KR', 'en', 'ko-KR', '각주'],
    ['ru', 'ko', 'ru', 'Примечания'],
    ['en-GB', 'ru', 'en-GB', 'Notes'],
    ['ar-EG', 'en', 'ar-EG', 'الهوامش'],
    ['zh', 'en', 'zh', '注释'],
    ['zh-TW', 'en', 'zh-TW', '註釋'],
    ['zh-Hant-HK', 'en', 'zh-Hant-HK', '註釋'],
  ])('in %s on a site in %s are in %s', (lang, siteLang, expected, notes) => {
    const words = loadMessages(lang, siteLang);

    expect(words.lang).toBe(expected);
    expect(words.notes).toBe(notes);
  });

  it.each([
    ['fi', 'ru', 'ru'],
    ['fi', 'ko-KR', 'ko-KR'],
    ['fi', 'sv', 'en'],
  ])('in %s, which has none, on a site in %s are in %s', (lang, siteLang, expected) => {
    expect(loadMessages(lang, siteLang).lang).toBe(expected);
  });

  it('that has none are the very words of the site, and made once', () => {
    expect(loadMessages('fi', 'ru')).toBe(loadMessages('ru', 'ru'));
    expect(loadMessages('ko', 'ru')).not.toBe(loadMessages('ru', 'ru'));
  });

  it.each([
    ['en', 'Back to the text, use b, paragraph 4', 'Back to the text'],
    ['ko', '본문(b)으로 돌아가기, 단락 4', '본문으로 돌아가기'],
    ['ru', 'Обратно к тексту (b), абзац 4', 'Обратно к тексту'],
    ['ar', 'العودة إلى النص (b)، الفقرة 4', 'العودة إلى النص'],
    ['ja', '本文に戻る（b）、第4段落', '本文に戻る'],
  ])('that is %s does not number the note that the way back begins in', (lang, all, one) => {
    const words = loadMessages(lang, 'en');

    expect(words.backToText({ use: 'b', paragraph: '4' })).toBe(all);
    expect(words.backToText({})).toBe(one);
  });
});

describe('a language', () => {
  it.each(Object.entries(languages))('that is %s has every plural form', (lang, words) => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();

    expect(Object.keys(words.sourceCount).toSorted()).toEqual(pluralCategories.toSorted());
  });

  it.each(Object.entries(languages))('that is %s leaves no word empty', (_lang, words) => {
    const empty = Object.entries(words).filter(([, word]) => word === '');

    expect(empty).toEqual([]);
  });

  it('counts as its speakers do', () => {
    const count = (lang: string) => (number: number) =>
      loadMessages(lang, 'en').sourceCount(number).replaceAll('\u{a0}', ' ');

    expect([1, 2, 1000].map(count('en'))).toEqual(['1 source', '2 sources', '1,000 sources']);
    expect([1, 2, 5, 11, 21, 22, 1000].map(count('ru'))).toEqual([
      '1 источник',
      '2 источника',
      '5 источников',
      '11 источников',
      '21 источник',
      '22 источника',
      '1 000 источников',
    ]);
    expect([1, 2].map(count('ko'))).toEqual(['참고문헌 1건', '참고문헌 2건']);
    expect([0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map(count('ar'))).toEqual([
      'لا مصادر',
      'مصدر واحد',
      'مصدران',
      '3 مصادر',
      '10 مصادر',
      '11 مصدرًا',
      '99 مصدرًا',
      '100 مصدر',
      '102 مصدر',
      '103 مصادر',
    ]);
    expect([0, 1, 2].map(count('fr'))).toEqual(['0 source', '1 source', '2 sources']);
  });

  it('writes times, distances, sizes and lists as its speakers do', () => {
    const measure = (lang: string) => {
      const words = loadMessages(lang, 'en');
      const measures = [words.readingTime(3), words.distance(6400), words.fileSize(70_400)];
      return [...measures, words.list(['A', 'B'])].map((text) => text.replaceAll('\u{a0}', ' '));
    };

    expect(measure('en')).toEqual(['3 minutes’ reading', '6,400 km', '70 kB', 'A and B']);
    expect(measure('ko')).toEqual(['3분 분량', '6,400km', '70kB', 'A 및 B']);
    expect(measure('ru')).toEqual(['3 минуты чтения', '6 400 км', '70 кБ', 'A и B']);
    expect(measure('ar')).toEqual(['مدة القراءة: 3 دقائق', '6,400 كم', '70 كيلوبايت', 'A وB']);
    expect(measure('de')).toEqual(['3 Minuten Lesezeit', '6.400 km', '70 kB', 'A und B']);
    expect(measure('zh')).toEqual(['阅读约需3分钟', '6,400公里', '70 kB', 'A和B']);
  });

  it('has no file of no size', () => {
    expect(loadMessages('en', 'en').fileSize(1)).toBe('1 kB');
  });

  it('tells the uses of a note apart by its own letters, however many there are', () => {
    const letters = (lang: string, ...indexes: number[]) =>
      indexes.map((index) => loadMessages(lang, 'en').letter(index)).join(' ');

    expect(letters('en', 0, 25, 26, 27, 701, 702)).toBe('a z aa ab zz aaa');
    expect(letters('ko', 0, 13, 14)).toBe('가 하 가가');
    expect(letters('ru', 0, 6, 7, 8)).toBe('а ж з и');
    expect(letters('ar', 0, 1, 2, 3)).toBe('أ ب ج د');
  });

  it.each([
    ['en', 'Back to note 3 in the text, use b, paragraph 4', 'Back to note 3 in the text'],
    ['ko', '본문의 각주 3(b) 위치로 돌아가기, 단락 4', '본문의 각주 3 위치로 돌아가기'],
    ['ru', 'Обратно к тексту: примечание 3 (b), абзац 4', 'Обратно к тексту: примечание 3'],
    ['ar', 'العودة إلى النص: الهامش 3 (b)، الفقرة 4', 'العودة إلى النص: الهامش 3'],
    ['de', 'Zurück zum Text: Anmerkung 3 (b), Absatz 4', 'Zurück zum Text: Anmerkung 3'],
    ['ja', '本文に戻る：註3（b）、第4段落', '本文に戻る：註3'],
  ])('that is %s says where a note leads back to, and no more than is known', (lang, all, one) => {
    const words = loadMessages(lang, 'en');

    expect(words.backToText({ note: 3, use: 'b', paragraph: '4' })).toBe(all);
    expect(words.backToText({ note: 3 })).toBe(one);
  });
});
