import { describe, expect, it } from 'vitest';
import { displayName } from '../../../src/bibliography/display-name.ts';

describe('the name of a bibliography', () => {
  it.each([
    [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, 'Jan van der Berg'],
    [{ family: 'Kim', given: 'Tong-Hyung', 'static-ordering': true }, 'Kim Tong-Hyung'],
    [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, 'Martin Luther King Jr.'],
    [{ literal: 'United Nations' }, 'United Nations'],
  ])('%j is read as “%s”', (name, text) => {
    expect(displayName(name)).toBe(text);
  });
});
