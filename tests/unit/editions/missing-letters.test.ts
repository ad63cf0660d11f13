import { describe, expect, it } from 'vitest';
import { reportMissingLetters } from '../../../src/editions/missing-letters.ts';
import { settings } from '../../../src/site.ts';

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

  it.each([
    ['አማርኛ', 'Noto Serif Ethiopic', 'noto-serif-ethiopic/400Regular/NotoSerifEthiopic'],
    ['Երևան', 'Noto Serif Armenian', 'noto-serif-armenian/400Regular/NotoSerifArmenian'],
    ['თბილისი', 'Noto Serif Georgian', 'noto-serif-georgian/400Regular/NotoSerifGeorgian'],
    ['กรุงเทพ', 'Noto Serif Thai', 'noto-serif-thai/400Regular/NotoSerifThai'],
    ['தமிழ்', 'Noto Serif Tamil', 'noto-serif-tamil/400Regular/NotoSerifTamil'],
  ])('are told with a font for %s', (text, family, file) => {
    const report = reportMissingLetters(lettersOf(text), [{ name: 'essay.mdx', text }]);

    expect(report).toContain(
      `{ family: '${family}', file: '@expo-google-fonts/${file}_400Regular.ttf' }`,
    );
    expect(report).toMatch(/\n\n1 error$/);
  });

  it('are told with the font for Korean that the site has when it is new', () => {
    const [font] = settings.print.fonts;
    const report = reportMissingLetters(lettersOf('두만강'), [
      { name: 'essay.mdx', text: '두만강' },
    ]);

    expect(report).toContain(`{ family: '${font?.family}', file: '${font?.file}' }`);
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
