import { describe, expect, it } from 'vitest';
import { reportMissingLetters } from '../../../src/editions/missing-letters.ts';

const lettersOf = (text: string) => [...new Set(text.replace(/\s/g, ''))];

describe('letters that no font has', () => {
  it('are one problem for a phrase, which names a font that has them', () => {
    const text = 'He wrote السلام عليكم there, and later السلام again.';
    const report = reportMissingLetters(lettersOf('السلام عليكم'), [{ name: 'essay.mdx', text }]);

    expect(report).toContain('essay.mdx:1:10  error  letter-is-in-a-font');
    expect(report).toContain('The PDF has no font with “السلام عليكم”.');
    expect(report).toContain('npm install --save-exact @expo-google-fonts/amiri`');
    expect(report).toMatch(/\n\n1 error$/);
  });

  it('are one problem for each script', () => {
    const files = [{ name: 'a', text: 'א is one, 江 another, and ꙮ a third.' }];
    const report = reportMissingLetters(['א', '江', 'ꙮ'], files);

    expect(report).toContain('@expo-google-fonts/frank-ruhl-libre');
    expect(report).toContain('@expo-google-fonts/noto-serif-sc');
    expect(report).toContain('Add a font that has it to `print.fonts`');
    expect(report).toMatch(/\n\n3 errors$/);
  });
});
