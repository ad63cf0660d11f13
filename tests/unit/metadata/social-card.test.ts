import { describe, expect, it } from 'vitest';
import { type CardText, makeCard } from '../../../src/metadata/social-card.ts';

const card = (title: string, rest: Partial<CardText> = {}) => ({
  title,
  foot: 'September 2019',
  siteTitle: 'Research Essays',
  ...rest,
});
const size = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('the picture of an essay', () => {
  it('is the same for the same words, and another for others', async () => {
    const [first, second, other] = [
      await makeCard(card('A Title')),
      await makeCard(card('A Title')),
      await makeCard(card('Another Title')),
    ];

    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
    expect(size(first)).toEqual([1200, 630]);
  });

  it.each([
    ['signs', '"It\'s" “quoted” & </script><b>'],
    ['five hundred characters', 'Reasons & other things '.repeat(30).slice(0, 500)],
    ['one long word', 'Donaudampfschifffahrt'.repeat(8)],
    ['Cyrillic and Greek', 'Отношения России και Ελλάδα'],
    ['nothing but emoji', '🚀🚀'],
    ['half a character', 'A \ud83d B'],
  ])('holds a title of %s and weighs less than 100 kB', async (_name, title) => {
    const png = await makeCard(card(title));

    expect(size(png)).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(100_000);
  });

  it('leaves out a title that its fonts cannot write, and emoji of one that they can', async () => {
    const [korean, arabic, rocket, plain] = [
      await makeCard(card('북한과 러시아')),
      await makeCard(card('سلام')),
      await makeCard(card('A 🚀 Title')),
      await makeCard(card('A Title')),
    ];

    expect(Buffer.compare(korean, arabic)).toBe(0);
    expect(Buffer.compare(rocket, plain)).toBe(0);
  });

  it('has the subtitle, too, where its fonts can write it', async () => {
    const plain = await makeCard(card('A Title'));

    const [read, long, korean] = [
      await makeCard(card('A Title', { subtitle: 'And what it leaves out' })),
      await makeCard(card('A Title', { subtitle: 'Reasons and other things '.repeat(20) })),
      await makeCard(card('A Title', { subtitle: '북한과 러시아' })),
    ];

    expect(Buffer.compare(read, plain)).not.toBe(0);
    expect(size(long)).toEqual([1200, 630]);
    expect(Buffer.compare(korean, plain)).toBe(0);
  });

  it('has room for a map', async () => {
    const map = { width: 10, height: 10, svg: '<path d="M0 0h10v10z" fill="#7d1d12"/>' };

    const png = await makeCard(card('A Title'), map);

    expect(size(png)).toEqual([1200, 630]);
    expect(Buffer.compare(png, await makeCard(card('A Title')))).not.toBe(0);
  });
});
