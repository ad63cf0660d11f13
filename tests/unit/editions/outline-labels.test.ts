import { expect, it } from 'vitest';
import { outlineLabels } from '../../../src/editions/outline-labels.ts';
import { MissingLetters } from '../../../src/editions/typst.ts';
import type { PrintLabel } from '../../../src/maps/map-svg.ts';
import { editionDocument } from '../../support/edition-document.ts';

const document = await editionDocument();

/** The map with this word on it, at the middle of its width. */
function drawn(text: string, rest: Partial<PrintLabel> = {}): string {
  const { figure } = document;
  if (figure === undefined) throw new Error('The document has no figure.');
  const look = { size: 26, tracking: 2, isItalic: true, color: '#1f1b16', halo: null };
  const labels = [{ text, x: 500, y: 300, anchor: 'middle', ...look, ...rest } as const];
  return outlineLabels({ ...document, figure: { ...figure, labels } }).figure?.svg ?? '';
}

it('the words of a map become outlines in it, each word its own', () => {
  const seoul = drawn('Seoul');

  expect(seoul).toMatch(/^<svg [\s\S]*<path[\s\S]*<\/svg>\s*$/);
  expect(seoul).toContain('<use ');
  expect(seoul).not.toContain('Seoul');
  expect(drawn('서울')).not.toBe(seoul);
});

it('a word in letters that no font has is told of', () => {
  expect(() => drawn('موسكو')).toThrow(MissingLetters);
});

it('a word ends where it should, however large it is', () => {
  const look = { anchor: 'end', tracking: 0 } as const;
  const widthAt = (size: number) => {
    const [, x = ''] =
      /matrix\(1 0 0 -1 ([\d.]+) 300\)/.exec(drawn('Seoul', { ...look, size })) ?? [];
    return 500 - Number(x);
  };

  expect(widthAt(20)).toBeGreaterThan(30);
  expect(widthAt(20)).toBeLessThan(60);
  expect(widthAt(40)).toBeCloseTo(2 * widthAt(20), 1);
});
