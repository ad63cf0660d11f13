import { expect, it } from 'vitest';
import { outlineLabels } from '../../../src/editions/outline-labels.ts';
import { MissingLetters } from '../../../src/editions/typst.ts';
import { editionDocument } from '../../support/edition-document.ts';

const document = await editionDocument();

/** The map with this word on it. */
function drawn(text: string): string {
  const { figure } = document;
  if (figure === undefined) throw new Error('The document has no figure.');
  const look = { size: 26, tracking: 2, isItalic: true, color: '#1f1b16', halo: null };
  const labels = [{ text, x: 500, y: 300, anchor: 'middle', ...look } as const];
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
