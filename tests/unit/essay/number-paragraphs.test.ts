import { describe, expect, it } from 'vitest';
import { numberParagraphs } from '../../../src/essay/number-paragraphs.ts';
import { paragraphPrint } from '../../../src/essay/paragraph-print.ts';

/** Sentences that share no word of weight, as paragraphs of one essay hardly do. */
const texts: Readonly<Record<string, string>> = {
  a: 'Resolution eighty-four passed because the Soviet delegate boycotted the council throughout that summer.',
  b: 'Merchants crossed the frozen river every winter, carrying cloth, timber and letters towards Vladivostok.',
  c: 'Census officials counted households by religion, and quarrelled about villages which nobody had visited.',
  d: 'Newspapers printed telegrams without signatures; readers learned to guess their authors from the style.',
  e: 'Railways changed prices within months, although contemporary observers seldom noticed their influence.',
  f: 'Archives in Thessaloniki burned during August, so historians depend upon copies kept elsewhere.',
  x: 'Photographs from those years survive in private albums, faded, undated, sometimes labelled wrongly.',
  y: 'Treaties were translated twice, and each translation gave another meaning to the disputed clause.',
  z: 'Fishermen remember the border differently: for them it was weather, fuel, and the price of nets.',
};

const write = (names: string) => [...names].map((name) => texts[name] ?? name);
const print = (words: readonly string[]) => words.map(paragraphPrint);

interface Register {
  readonly anchors: Readonly<Record<string, unknown>>;
  readonly paragraphs: Readonly<Record<string, string>>;
}

/** What a register has after an essay of `words` was recorded on top of `before`. */
function record(words: readonly string[], before?: Register) {
  const prints = print(words);
  const anchors = numberParagraphs(prints, before);
  return {
    anchors,
    paragraphs: Object.fromEntries(anchors.map((id, at) => [id, prints[at] ?? ''])),
  };
}

function register(words: readonly string[], before?: Register): Register {
  const { anchors, paragraphs } = record(words, before);
  const ever = { ...before?.anchors, ...Object.fromEntries(anchors.map((id) => [id, []])) };
  return { anchors: ever, paragraphs };
}

/** The numbers of `last` after each of the versions before it was recorded. */
function numbers(...versions: readonly (string | readonly string[])[]): string {
  const all = versions.map((each) => (typeof each === 'string' ? write(each) : each));
  const recorded = all
    .slice(0, -1)
    .reduce<Register | undefined>((last, each) => register(each, last), undefined);
  return record(all.at(-1) ?? [], recorded)
    .anchors.map((anchor) => anchor.slice(1))
    .join(' ');
}

const without = (text: string, part: string) => text.replace(part, '').trim();
const [a = '', b = '', c = '', d = ''] = write('abcd');

describe('the paragraphs of an essay that was not published', () => {
  it('have the numbers of their order', () => {
    expect(numbers('abc')).toBe('1 2 3');
    expect(numberParagraphs([], undefined)).toEqual([]);
  });

  it('have them, too, when the register knows the page without its paragraphs', () => {
    expect(numberParagraphs(print(write('xab')), { anchors: { p1: [], p2: [] } })).toEqual([
      'p1',
      'p2',
      'p3',
    ]);
  });
});

describe('a paragraph that was published', () => {
  it.each([
    ['nothing changes', 'abcd', '1 2 3 4'],
    ['one is put in front', 'xabcd', '0a 1 2 3 4'],
    ['two are put in front', 'xyabcd', '0a 0b 1 2 3 4'],
    ['one is put in after the third', 'abcxd', '1 2 3 3a 4'],
    ['three are put in after the third', 'abcxyzd', '1 2 3 3a 3b 3c 4'],
    ['one is put in after the first, one after the second', 'axbycd', '1 1a 2 2a 3 4'],
    ['others come at the end', 'abcdxy', '1 2 3 4 5 6'],
    ['the first is taken out', 'bcd', '2 3 4'],
    ['one is taken out', 'abd', '1 2 4'],
    ['one is taken out and another put in elsewhere', 'abdx', '1 2 4 5'],
    ['another stands in its place', 'abxd', '1 2 2a 4'],
    ['two change places', 'acbd', '1 3 2 4'],
    ['the last becomes the first', 'dabc', '4 1 2 3'],
    ['all are turned round, and one is put in', 'dcxba', '4 3 3a 2 1'],
    ['all are gone but one', 'c', '3'],
    ['all are others', 'xyz', '5 6 7'],
    ['all are gone', '', ''],
  ])('keeps its number when %s', (_, now, expected) => {
    expect(numbers('abcd', now)).toBe(expected);
  });

  it.each([
    ['before the one that was put in first', 'abcyxd', '1 2 3 3b 3a 4'],
    ['behind it', 'abcxyd', '1 2 3 3a 3b 4'],
    ['on both sides of it', 'abcyxzd', '1 2 3 3b 3a 3c 4'],
    ['where that one is gone', 'abcyd', '1 2 3 3b 4'],
  ])('keeps its letter when another is put in later, %s', (_, now, expected) => {
    expect(numbers('abcd', 'abcxd', now)).toBe(expected);
  });

  it('leaves its number to no other when it is gone', () => {
    expect(numbers('abcd', 'abc', 'abcx')).toBe('1 2 3 5');
    expect(numbers('abcd', 'xabcd', 'abcd', 'yabcd')).toBe('0b 1 2 3 4');
  });

  it('leaves the anchor of a heading to the heading', () => {
    const published = { ...register(write('ab')), anchors: { p1: [], p2: [], p1a: [] } };

    expect(numberParagraphs(print(write('axb')), published)).toEqual(['p1', 'p1b', 'p2']);
  });
});

describe('a paragraph that was rewritten', () => {
  const half =
    'Merchants crossed the frozen river every winter; soldiers looked the other way, for a share.';
  const third =
    'Every winter, traders walked over to Vladivostok with timber on sledges, whatever the law said.';

  it.each([
    ['a word', b.replace('winter', 'January')],
    ['half of its words', half],
    ['most of its words', third],
    ['new words behind its own', `${b} ${texts['x']}`],
  ])('keeps its number with %s changed', (_, now) => {
    expect(numbers('abcd', [a, now, c, d])).toBe('1 2 3 4');
  });

  it('keeps it beside others that are put in', () => {
    expect(numbers('abcd', [...write('x'), a, ...write('y'), half, ...write('z'), c, d])).toBe(
      '0a 1 1a 2 2a 3 4',
    );
  });

  it('keeps it when all of them are', () => {
    const mended = write('abcd').map((text) => text.replace(/\w+\.$/, 'otherwise.'));

    expect(numbers('abcd', mended)).toBe('1 2 3 4');
    expect(numbers('abcd', [mended[0] ?? '', ...write('x'), ...mended.slice(1)])).toBe(
      '1 1a 2 3 4',
    );
  });

  it('keeps it where it was moved, if not too much of it is another', () => {
    expect(numbers('abcd', [a, c, d, b.replace('winter', 'January')])).toBe('1 3 4 2');
  });

  it('is another one where less of it is left and its neighbours are others', () => {
    expect(numbers('abcd', [a, half, c, d])).toBe('1 2 3 4');
    expect(numbers('abcd', [a, c, third, d])).toBe('1 3 3a 4');
  });

  it('keeps it from version to version, however far it comes from the first', () => {
    expect(numbers('abcd', [a, half, c, d], [a, half.replace('frozen river', 'ice'), c, d])).toBe(
      '1 2 3 4',
    );
  });
});

describe('paragraphs that were split or joined', () => {
  const first = 'Merchants crossed the frozen river every winter.';
  const rest = without(b, 'Merchants crossed the frozen river every winter,');

  it('leave the number of a split one to the part that has most of it', () => {
    expect(numbers('abcd', [a, first, rest, c, d])).toMatch(/^1 (?:2 2a|1a 2) 3 4$/);
    expect(numbers('abcd', [a, b, 'Nothing more.', c, d])).toBe('1 2 2a 3 4');
  });

  it('give a joined one the number of the one that it has most of', () => {
    expect(numbers('abcd', [a, `${b} ${c.slice(0, 40)}`, d])).toBe('1 2 4');
  });
});

describe('paragraphs with the same words', () => {
  const stars = '…';

  it.each([
    ['nothing changes', [a, stars, b, stars, c], '1 2 3 4 5'],
    ['the first is taken out', [a, b, stars, c], '1 3 4 5'],
    ['the last is taken out', [a, stars, b, c], '1 2 3 5'],
    ['another one is put in front', [stars, a, stars, b, stars, c], '0a 1 2 3 4 5'],
    ['another one is put in the middle', [a, stars, b, stars, stars, c], '1 2 3 4 4a 5'],
    ['all others are gone', [stars, stars], '2 4'],
  ])('are told apart by their neighbours when %s', (_, now, expected) => {
    expect(numbers([a, stars, b, stars, c], now)).toBe(expected);
  });
});

describe('many paragraphs', () => {
  it('have letters beyond z', () => {
    const many = Array.from({ length: 28 }, (_, index) => `Number${index}`);

    expect(numbers('ab', [a, ...many, b])).toMatch(/^1 1a 1b .* 1y 1z 1aa 1ab 2$/);
  });

  const essay = (size: number, tail = '') =>
    Array.from({ length: size }, (_, index) =>
      Array.from({ length: 40 }, (_word, at) => `word${(index * 7919 + at * 104_729) % 5003}`)
        .concat(tail)
        .join(' '),
    );

  it.each([
    ['as they were', essay(1000)],
    ['all mended', essay(1000, 'mended')],
    ['all others', essay(1000).map((text) => text.replaceAll('word', 'other'))],
    ['all the same', essay(1000).fill(a)],
    ['turned round and mended', essay(1000, 'mended').toReversed()],
  ])('take no longer than a moment: %s', (_, now) => {
    const prints = print(now);
    const published = register(essay(1000));

    // Of this thread alone, in microseconds: a clock would tell of what else the machine has to do.
    const begin = process.threadCpuUsage();
    const anchors = numberParagraphs(prints, published);

    expect(process.threadCpuUsage(begin).user).toBeLessThan(1_000_000);
    expect(new Set(anchors).size).toBe(1000);
  });
});
