import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';
import { isAddressName } from '../../../src/essay/check-addresses.ts';
import { checkFrontMatter } from '../../../src/essay/check-front-matter.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import { type Desk, type NewEssayFields, planEssay } from '../../../src/essay/new-essay.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';
import { readFrontMatter } from '../../../src/essay/read-front-matter.ts';
import { splitFrontMatter } from '../../../src/essay/split-front-matter.ts';
import { anyText } from '../../support/arbitraries.ts';

const bare: Desk = { essays: [], files: [], retired: [], key: 'kim2019', siteLang: 'en' };
const plan = (given: Partial<NewEssayFields>, desk = bare) =>
  planEssay({ title: 'My Essay', date: '2026-11', authors: [], place: 'file', ...given }, desk);

function made(given: Partial<NewEssayFields>, desk = bare) {
  const planned = plan(given, desk);
  if ('faults' in planned) throw new Error(planned.faults.join('\n'));
  const { yaml = '', body } = splitFrontMatter(planned.text);
  return { ...planned, yaml, body: body.trim() };
}

function faults(given: Partial<NewEssayFields>, desk = bare): readonly string[] {
  const planned = plan(given, desk);
  return 'faults' in planned ? planned.faults : [];
}

const read = (yaml: string) => frontMatter.parse(parse(yaml, { customTags: ['timestamp'] }));

describe('a new essay', () => {
  it('has a file and an address after its title and date', () => {
    expect(made({})).toMatchObject({ file: 'my-essay.mdx', address: '2026/11/my-essay/' });
    expect(made({ date: '2026' }).address).toBe('2026/my-essay/');
    expect(made({ name: 'Mine' })).toMatchObject({ file: 'Mine.mdx', address: '2026/11/Mine/' });
  });

  it.each([
    ['“Stand?” — A: B & C #1', 'stand-a-b-c-1'],
    ['북한과 러시아', '북한과-러시아'],
    ['Отношения: Россия', 'отношения-россия'],
    ['مرحبا "سلام" \u202e שלום', 'مرحبا-سلام-שלום'],
    ['❤️ Love 👩‍🚀 & War', 'love-war'],
    ['- x -', 'x'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['1984', '1984'],
    ['Salonica, 1862–1930', 'salonica-1862-1930'],
    ['War—and Peace', 'war-and-peace'],
  ])('is called after “%s” as an address is: %s', (title, slug) => {
    expect(made({ title }).file).toBe(`${slug}.mdx`);
  });

  it('has a name that a disk can hold, however long its title is', () => {
    const { file } = made({ title: '한국 '.repeat(200) });

    expect(Buffer.byteLength(file)).toBeLessThan(210);
    expect(file).toMatch(/^한국(?:-한국)+\.mdx$/);
  });

  it('is a draft, and says what it was told and no more', () => {
    const { yaml } = made({ lang: 'ko', authors: ['Müller, Anna', '{Council: Peace}'] });

    expect(read(yaml)).toMatchObject({
      title: 'My Essay',
      date: { iso: '2026-11' },
      draft: true,
      lang: 'ko',
      authors: [{ name: 'Müller, Anna' }, { name: '{Council: Peace}' }],
    });
    expect(Object.keys(parse(made({}).yaml))).toEqual(['title', 'date', 'draft']);
  });

  it('names every field there is, and each example is right once it is used', () => {
    const { yaml } = made({});
    const examples = yaml
      .split('\n\n')
      .filter((block) => block.startsWith('# '))
      .map((block) => block.replace(/^# [^\n]*\n(?=# )/, '').replace(/^# /gm, ''))
      .filter((block) => /^[a-z]+:/.test(block));

    const read = examples.map((each) =>
      frontMatter.safeParse({ title: 'T', date: '2026', ...parse(each) }),
    );

    for (const field of Object.keys(frontMatter.out.shape)) {
      expect(yaml).toMatch(new RegExp(`^(?:# )?${field}:`, 'm'));
    }
    expect(examples.length).toBeGreaterThan(5);
    expect(read.flatMap(({ error }) => error ?? [])).toEqual([]);
  });

  it('cites a source of the bibliography, or shows how when there is none', () => {
    expect(made({}).body).toContain('[@kim2019]');
    expect(made({}, { ...bare, key: 'a,b' }).body).toContain('[@{a,b}]');
    expect(made({}, { ...bare, key: undefined }).body).toContain('`[@key]`');
  });

  it('has front matter that means its title, whatever that is', () => {
    const surroundings = {
      bibliography: readBibliography([]).bibliography,
      exists: () => true,
      siteLang: 'en',
    };
    fc.assert(
      fc.property(anyText, (title) => {
        const planned = plan({ title, name: 'name' });
        if ('faults' in planned) return;
        const { yaml } = splitFrontMatter(planned.text);
        expect(checkFrontMatter(readFrontMatter(yaml), 'a.mdx', surroundings)).toEqual([]);
        const words = title
          .toWellFormed()
          .replace(/\s+/g, ' ')
          .replace(/\p{Cc}/gu, '')
          .trim();
        expect(read(yaml ?? '').title).toBe(words.normalize('NFC'));
      }),
      { seed: 1 },
    );
  });

  it('has a good address, whatever its title is', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const planned = plan({ title });
        if ('faults' in planned) return;
        expect(isAddressName(planned.file.replace(/\.mdx$/, ''))).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it.each(['2019-09-14', '1_000', 'yes', 'null', '0x1F', '12:30:45', '---', '"', "'a", '<<', '~'])(
    'may be called %s',
    (title) => {
      expect(read(made({ title, name: 'name' }).yaml).title).toBe(title);
    },
  );
});

describe('a new essay is refused', () => {
  it('with everything that is wrong at once', () => {
    expect(
      faults({ title: ' ', date: '2026-13', lang: 'english', authors: [''], name: 'My Essay!' }),
    ).toEqual([
      'An essay needs a title, as in: npm run new -- "Title of the essay"',
      '“2026-13” is no date of the calendar. Write it as exact as it is known: 2026, 2026-11 or 2026-11-23.',
      '“english” is no language tag. Did you mean “en”? A tag is like en, ko or pt-BR.',
      'An author has no name. Leave out --author, or give it one.',
      'The name “My Essay!” would make no good address. Did you mean “my-essay”? Take letters and digits, with hyphens between.',
    ]);
  });

  it.each([
    ['11/2026', '2026-11'],
    ['2026/11/3', '2026-11-03'],
    ['2026.11', '2026-11'],
  ])('with the date %s, which probably means %s', (date, likely) => {
    expect(faults({ date })[0]).toContain(`Did you mean “${likely}”?`);
  });

  it.each(['2026-02-30', 'November', '23.11.2026', ''])('with the date “%s”', (date) => {
    expect(faults({ date })[0]).toContain('is no date of the calendar. Write');
  });

  it.each(['xx', 'english', 'en_US', '한국어', ''])('with the language “%s”', (lang) => {
    expect(faults({ lang })).toHaveLength(1);
  });

  it.each(['en', 'pt-BR', 'ko', 'zh-Hant', 'grc'])('not with the language “%s”', (lang) => {
    expect(faults({ lang })).toEqual([]);
  });

  it.each(['my-essay.mdx', 'My-Essay.mdx', 'MY-ESSAY/index.mdx'])('where %s is', (file) => {
    expect(faults({}, { ...bare, files: [file, 'my-essay-2.mdx'] })).toEqual([
      `There is content/essays/${file} already. Give this one another name, as in: --name my-essay-3`,
    ]);
  });

  it('not where only a figure or a folder has its name', () => {
    expect(faults({}, { ...bare, files: ['my-essay.jpg', 'my-essay/figure.svg'] })).toEqual([]);
  });

  it('with a title that makes no address, or that cites', () => {
    expect(faults({ title: '🚀' })).toEqual([
      'The title has no letter and no digit to make an address of. Give it one, with --name.',
    ]);
    expect(faults({ title: 'On [@kim2019]' })[0]).toContain('“[@kim2019]” stands in the title');
  });

  it('at the address of an archive page', () => {
    const text = '---\ntitle: Other\ndate: 2026-11\n---\n';
    const essays = [readEssayFile('content/essays/other.mdx', text, 'en')];

    expect(faults({ title: '11', date: '2026' }, { ...bare, essays })).toEqual([
      'This essay would be published at /2026/11/, where an archive page is. Give it another name, with --name.',
    ]);
  });
});
