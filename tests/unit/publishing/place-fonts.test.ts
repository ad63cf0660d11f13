import { describe, expect, it } from 'vitest';
import { placeFonts } from '../../../src/publishing/place-fonts.ts';

const face = (address: string) =>
  `@font-face{font-family:Essay;src:url(${address});font-display:swap}`;
const page = (styles: string) => `<style>${styles}p{color:red}</style><p>url(/_astro/a.woff2)</p>`;

describe('the fonts of a page', () => {
  it('are named from where the page stands', () => {
    expect(placeFonts(page(face('/_astro/a.woff2')), '2019/09/essay/index.html')).toBe(
      page(face('../../../_astro/a.woff2')),
    );
    expect(placeFonts(page(face('/_astro/a.woff2')), 'index.html')).toBe(
      page(face('_astro/a.woff2')),
    );
  });

  it('are not named by the error page, whose address may be any', () => {
    const local = '@font-face{font-family:Noto;src:local(Noto Serif)}';

    expect(placeFonts(page(local + face('/_astro/a.woff2')), '404.html')).toBe(page(local));
  });
});
