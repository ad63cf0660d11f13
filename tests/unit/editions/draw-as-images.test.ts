import { describe, expect, it } from 'vitest';
import { drawAsImages } from '../../../src/editions/draw-as-images.ts';
import { packImages } from '../../../src/editions/pack-images.ts';
import { readImages } from '../../../src/editions/read-images.ts';
import { editionDocument } from '../../support/edition-document.ts';

const drawing =
  '<svg viewBox="0 0 4 1" data-astro-cid-x aria-label="Ships &amp; boats."><rect width="4" height="1"></rect><text>5 &lt; 6</text></svg>';

describe('a drawing in the text of a page', () => {
  it('becomes a picture that every edition can show, as a file of its own', async () => {
    const html = drawAsImages(`<div class="prose"><p>Words.</p>${drawing}</div>`);
    const images = await readImages(html, '2020/05/essay/', '/nowhere');
    const { names, files } = await packImages({ ...(await editionDocument()), images });

    const [address = ''] = Object.keys(images);
    expect(html).toBe(
      `<div class="prose"><p>Words.</p><img src="${address}" alt="Ships &#x26; boats."></div>`,
    );
    expect(names.get(address)).toBe('image-1.svg');
    expect(Buffer.from(files.get('image-1.svg') ?? []).toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1" data-astro-cid-x="" aria-label="Ships &#x26; boats."><rect width="4" height="1" /><text>5 &#x3C; 6</text></svg>',
    );
  });

  it('is described by its title, too', () => {
    expect(drawAsImages('<svg><title>Ships</title></svg>')).toContain('alt="Ships"');
  });

  it('is left out where nothing describes it', () => {
    expect(drawAsImages('<p>One<svg></svg><svg hidden><symbol/></svg> two</p>')).toBe(
      '<p>One two</p>',
    );
  });

  it('is XML that any reader reads, where it has links of SVG 1.1', async () => {
    const old = '<svg viewBox="0 0 4 1" aria-label="Ships"><use xlink:href="#a"></use></svg>';
    const images = await readImages(drawAsImages(old), '2020/05/essay/', '/nowhere');
    const { files } = await packImages({ ...(await editionDocument()), images });

    expect([...files.keys()]).toEqual(['image-1.svg']);
  });

  it('leaves a page without one as it is, to the byte', () => {
    expect(drawAsImages('<p>One<br/>two')).toBe('<p>One<br/>two');
  });
});
