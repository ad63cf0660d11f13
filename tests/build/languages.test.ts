import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAll } from '../../src/editions/make-all.ts';
import { readGoodSite, readSite } from '../support/built-site.ts';
import { checkSite } from '../support/check-site.ts';
import { editionDocument } from '../support/edition-document.ts';
import { readArchive } from '../support/read-editions.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';

const korean = '2021/03/강/index.html';
const russian = '2022/09/мост/index.html';
const finnish = '2023/silta/index.html';
const arabic = '2026/11/نهر/index.html';

/** Names and units that are the same in every language. */
const names = /Natural Earth|Chicago|APA|MLA|BibTeX|RIS|CSL-JSON|km/g;

let pages: Record<'korean' | 'russian' | 'finnish', BuiltPage>;

beforeAll(async () => {
  const { root } = await readGoodSite('languages');
  pages = {
    korean: await readPage(root, korean),
    russian: await readPage(root, russian),
    finnish: await readPage(root, finnish),
  };
});

describe('an essay in Korean', () => {
  it('has no English word of the site on its page', () => {
    expect(latinWords(pages.korean)).toEqual([]);
  });

  it('says its language once, and apart from it only that of what others said', () => {
    expect(pages.korean.attributes('html', 'lang')).toEqual(['ko-KR']);
    expect(languagesWithin(pages.korean)).toEqual([
      'a en', // the name of the site
      'p en', // a note, as the citation style prints it
      'span ko',
      'span ko-KR',
      'p en',
      'span ru',
      'span ko-KR',
      'dl en', // the essay as a reference
      'a ru', // the next essay
    ]);
  });

  it('reads as Koreans expect it', () => {
    const { texts } = pages.korean;

    expect(texts('.imprint')).toEqual(['2021년 3월 · 1분 분량 · 참고문헌 2건']);
    expect(texts('h2')).toEqual([
      '목차',
      '첫째 부분',
      '둘째 부분',
      '각주',
      '편집자 주',
      '이 글 인용하기',
    ]);
    expect(texts('.skip-link, .site-footer a')).toEqual([
      '본문으로 건너뛰기',
      '전체 글',
      '참고문헌',
    ]);
    expect(texts('.map title, .map .wide .beyond, .lead small')).toEqual([
      '북한 및 러시아 지도',
      '모스크바, 6,400km',
      '지도 데이터: Natural Earth',
    ]);
    expect(texts('.neighbors p')).toEqual([
      '다음 글: Вымышленная достопримечательность, придуманная исключительно для проверки',
    ]);
  });

  it('names its links for those who do not see them', () => {
    expect(labels(pages.korean)).toEqual([
      '각주 1',
      '각주 2',
      '단락 1',
      '각주 1',
      '각주 3',
      '단락 2',
      '단락 3',
      '보존된 사본: 없는 강의 역사',
      '본문(가)으로 돌아가기, 단락 1',
      '본문(나)으로 돌아가기, 단락 2',
      '본문으로 돌아가기, 단락 1',
      '보존된 사본: История несуществующего моста',
      '본문으로 돌아가기, 단락 2',
      'BibTeX: 이 글',
      'RIS: 이 글',
      'CSL-JSON: 이 글',
      'BibTeX: 참고문헌',
      'RIS: 참고문헌',
      'CSL-JSON: 참고문헌',
      '다른 글',
    ]);
  });
});

describe('an essay in Russian', () => {
  it('has no English word of the site on its page', () => {
    expect(latinWords(pages.russian)).toEqual([]);
  });

  it('reads as Russians expect it', () => {
    const { attributes, texts } = pages.russian;

    expect(attributes('html', 'lang')).toEqual(['ru']);
    expect(texts('.imprint')).toEqual(['14 сентября 2022 г. · 1 минута чтения · 2 источника']);
    expect(texts('h2')).toEqual([
      'Содержание',
      'Первый раздел',
      'Второй раздел',
      'Примечания',
      'Примечания редакции',
      'Как цитировать',
    ]);
    expect(texts('.map title, .map .wide .beyond')).toEqual([
      'Карта: КНДР и Россия',
      'Москва, 6 400 км',
    ]);
    expect(texts('.back-links [role="doc-backlink"]')).toEqual(['а', 'б', '↩︎', '↩︎']);
    expect(labels(pages.russian)).toContain('Обратно к тексту (б), абзац 2');
    expect(texts('.remarks a')).toEqual(['Примечание 1']);
  });
});

describe('an essay in Arabic', () => {
  it('has no English word of the site on its page, and is read from the right', async () => {
    const page = await readPage((await readGoodSite('languages')).root, arabic);

    // The author's own: in the text, and the title of a source in the name of its archived copy.
    expect(latinWords(page).join(' ')).toBe(
      'Quiet Border https example org Quiet Border Is It There',
    );
    expect(page.attributes('html', 'dir')).toEqual(['rtl']);
    expect(page.texts('.imprint')).toEqual(['23 نوفمبر 2026 · مدة القراءة: دقيقة · مصدران']);
    expect(page.texts('.back-links')[0]).toMatch(/↩︎ أ ب$/);
    expect(labels(page)).toContain('العودة إلى النص (ب)، الفقرة 2');
  });

  it('keeps what others say from left to right together with its stops', async () => {
    const { all } = await readPage((await readGoodSite('languages')).root, arabic);

    const english = all('#fn-quiet2018-p3 > p');
    expect(english.map(({ properties }) => properties)).toMatchObject([{ lang: 'en', dir: 'ltr' }]);
    const amid = all('#fn-كلمة p > span[dir]').filter(
      ({ properties }) => properties['lang'] === 'en',
    );
    expect(amid.map((element) => textOf(element))).toEqual([
      '(Ahn, Mi-Rae, “A Quiet Border: Is It There?” Journal of Made-up Studies, 2018, p. 5, https://example.org/wiki/نهر_هادئ)',
    ]);
    expect(all('[id="fn-هادئ2015-p7"] bdi').map((element) => textOf(element))).toEqual([
      'الكاتب',
      'سمير',
      'دار المثال',
    ]);
    expect(all('[id="fn-هادئ2015-p7"] span[lang=ar]').map(({ properties }) => properties)).toEqual([
      { lang: 'ar', dir: 'rtl' },
      expect.objectContaining({ dir: 'rtl' }),
    ]);
  });

  it('shows addresses in their own letters, and follows them as they are', async () => {
    const { all, texts } = await readPage((await readGoodSite('languages')).root, arabic);

    expect(texts('#fn-quiet2018-p3 a.address')).toEqual(['https://example.org/wiki/نهر_هادئ']);
    expect(all('#fn-quiet2018-p3 a.address').map(({ properties }) => properties['href'])).toEqual([
      'https://example.org/wiki/%D9%86%D9%87%D8%B1_%D9%87%D8%A7%D8%AF%D8%A6',
    ]);
    expect(texts('.prose > p a[href^=https]')).toEqual(['https://example.org/川']);
    for (const reference of texts('.cite dd')) {
      expect(reference).toContain('https://essays.example/2026/11/نهر/');
    }
  });
});

describe('an essay in another language that the site has words in', () => {
  it.each([
    ['2026/03/fluss', '2. März 2026 · 1 Minute Lesezeit · 1 Quelle', 'Anmerkungen'],
    ['2025/11/fleuve', 'novembre 2025 · 1 minute de lecture · 1 source', 'Notes'],
    ['2025/09/río', 'septiembre de 2025 · 1 minuto de lectura · 1 fuente', 'Notas'],
    ['2025/07/fiume', 'luglio 2025 · 1 minuto di lettura · 1 fonte', 'Note'],
    ['2025/05/rio', 'maio de 2025 · 1 minuto de leitura · 1 fonte', 'Notas'],
    ['2025/03/河', '2025年3月 · 阅读约需1分钟 · 参考文献1种', '注释'],
    ['2025/02/江', '2025年2月 · 閱讀約需1 分鐘 · 參考文獻1種', '註釋'],
    ['2025/01/川', '2025年1月 · 読了まで約1 分 · 参考文献1件', '註'],
  ])('speaks it: %s', async (path, imprint, notes) => {
    const page = await readPage((await readGoodSite('languages')).root, `${path}/index.html`);

    expect(page.texts('.imprint')).toEqual([imprint]);
    expect(page.texts('.notes h2')).toEqual([notes]);
    // Chicago, APA, MLA and the notes are as their styles have them.
    expect(languagesWithin(page).filter((each) => each.endsWith(' en'))).toEqual([
      'a en',
      'p en',
      'span en',
      'dl en',
    ]);
  });
});

describe('every language', () => {
  it('keeps the anchors that are published', () => {
    for (const page of Object.values(pages)) {
      expect(page.all('#main, #notes, #contents, #cite-this, #editorial-remarks')).toHaveLength(5);
      expect(page.all('p#p1, p#p2, #fn-1, #fn-2')).toHaveLength(4);
    }
  });
});

describe('an essay in a language without words', () => {
  it('has those of the site, marked as theirs', () => {
    const { attributes, texts } = pages.finnish;
    const places =
      '.skip-link, .imprint, .contents h2, .paragraph-link, [role="doc-noteref"], .notes h2, ' +
      '.remarks, .foot, .neighbors, .site-footer';

    expect(attributes('html', 'lang')).toEqual(['fi']);
    expect(new Set(attributes(places, 'lang'))).toEqual(new Set(['en']));
    expect(texts('.notes h2')).toEqual(['Notes']);
    expect(attributes('.notes > ol > li > *', 'lang')).toEqual(['en', undefined]);
    expect(attributes('.back-links', 'lang')).toEqual([undefined, 'en']);
  });
});

describe('the editions of an essay in Russian', () => {
  it('have the words of the site in Russian', async () => {
    const document = await editionDocument();
    const essay = { ...document.essay, lang: 'ru' };

    const { epub, jats } = await makeAll({ ...document, essay, wordsLang: 'ru' });

    const text = new TextDecoder().decode(jats);
    expect(text).toContain('<title>Примечания редакции</title>');
    expect(text).toContain('<p>Примечание 1. A remark.</p>');
    const folder = await mkdtemp(join(tmpdir(), 'editions-'));
    const file = join(folder, 'essay.epub');
    await writeFile(file, epub);
    const read = await readArchive(file);
    await rm(folder, { recursive: true });
    expect(read('EPUB/text/ch001.xhtml')).toContain('aria-label="Обратно к тексту (б)">б</a>');
    expect(read('EPUB/nav.xhtml')).toContain('epub:type="cover">Обложка</a>');
    expect(read('EPUB/nav.xhtml')).toMatch(/epub:type="toc"[^>]*><h1[^>]*>Содержание<\/h1>/);
    expect(read('EPUB/content.opf')).toContain('title="Обложка"');
    expect(read('EPUB/content.opf')).toContain('>Текст с заголовками в порядке чтения.');
  });
});

describe('the PDF of an essay whose source is at an address in letters without a font', () => {
  it('shows the address as it is followed', async () => {
    const document = await editionDocument();
    const shown = 'https://example.org/图书';
    const followed = 'https://example.org/%E5%9B%BE%E4%B9%A6';
    const html = document.html
      .replace('>https://example.org/?a=1&amp;b=2<', `>${shown}<`)
      .replace('"https://example.org/?a=1&amp;b=2"', `"${followed}"`);
    const notes = document.record.notes.map((note) => ({
      ...note,
      text: note.text.replace('https://example.org/?a=1&b=2', shown),
    }));

    const { pdf } = await makeAll({ ...document, html, record: { ...document.record, notes } });

    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: true,
    });
    expect(text.replace(/\s/g, '')).toContain(followed);
  });
});

describe('a site in Russian with authors of its own', () => {
  it('speaks Russian on its pages, and is its authors’ where it has to be somebody’s', async () => {
    const own = await readGoodSite('languages-russian');

    const page = (path: string) => readPage(own.root, path);
    const home = await page('index.html');
    expect(home.texts('.authors')).toEqual(['Anna Müller, Research Council']);
    expect(home.html).toContain(
      '"author":[{"@type":"Person","name":"Anna Müller"},{"@type":"Organization","name":"Research Council"}]',
    );
    expect((await page('2022/09/index.html')).texts('h1')).toEqual(['Архив за сентябрь 2022 г.']);
    expect((await page('2022/index.html')).texts('h1')).toEqual(['Архив за 2022 год']);
    expect((await page('404.html')).texts('main > :is(h1, p)')).toEqual([
      'Страница не найдена',
      'По этому адресу нет страницы. Все статьи перечислены на главной странице.',
    ]);
    const sources = await page('sources/index.html');
    expect(sources.texts('h1')).toEqual(['Источники']);
    expect(sources.texts('.source-list li li a')[0]).toBe('Keksitty silta, примечание 1');
    expect((await page(finnish)).texts('.notes h2')).toEqual(['Примечания']);
    const feed = await readFile(join(own.dist, 'feed.xml'), 'utf8');
    const authors = [...feed.matchAll(/<author><name>(.*?)<\/name><\/author>/g)];
    expect([...new Set(authors.map(([, name]) => name))]).toEqual([
      'Anna Müller',
      'Research Council',
      'سمير الكاتب',
      // Without one of its own, an entry would have the authors of the feed.
      'Research Essays',
      'Проверкин Пример',
      '김시험',
    ]);
  });
});

describe('settings that say nothing', () => {
  it('are told of, all at once, and nothing is built', async () => {
    const faulty = 'faults/settings';
    const built = await readSite(faulty);
    const checked = await checkSite(faulty);

    expect([built.ok, checked.passed]).toEqual([false, false]);
    for (const { output } of [built, checked]) {
      expect(output).toContain('src/site.ts:1:1  error  site-settings-are-valid');
      expect(output).toContain('The setting “site.title” is “”; expected some text.');
      expect(output).toContain('The setting “site.lang” is “english”; expected a language tag');
    }
  });
});

/** Every word in Latin letters that is shown or said on a page and not marked as one of such a language. */
function latinWords({ tree }: BuiltPage): string[] {
  const said: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'text') said.push(node.value);
    if (node.type !== 'element') return undefined;
    const { lang, ariaLabel, title, alt } = node.properties;
    if (['de', 'en', 'fi'].includes(String(lang))) return SKIP;
    if (['head', 'style', 'script'].includes(node.tagName)) return SKIP;
    said.push(...[ariaLabel, title, alt].map((each) => String(each ?? '')));
    return undefined;
  });
  return said.flatMap((text) => text.replace(names, '').match(/[a-z]{2,}/gi) ?? []);
}

/** The elements of the body that have a language of their own, with it. */
function languagesWithin({ all }: BuiltPage): string[] {
  return all('body [lang]').map(({ tagName, properties }) => `${tagName} ${properties['lang']}`);
}

function labels({ all }: BuiltPage): string[] {
  return all('[aria-label]').map((element: Element) => String(element.properties['ariaLabel']));
}
