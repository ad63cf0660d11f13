import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { takePictures } from '../../../src/importing/take-pictures.ts';

const take = async (inner: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
  const body = h(null, h('img', { src: 'river.svg', alt: 'A river' }));
  const { files, remarks } = await takePictures(body, async () => new TextEncoder().encode(svg));
  return { names: [...files.keys()], remarks: remarks.map(({ message }) => message) };
};

it.each([
  '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
  '<a href="&#106;avascript:alert(1)"/>',
  '<a href="java&#9;scr&#10;ipt:alert(1)"/>',
  '<g onload="alert(1)"/>',
  '<foreignObject/>',
])('leaves out a drawing that runs code: %s', async (inner) => {
  expect(await take(inner)).toEqual({
    names: [],
    remarks: ['The picture “river.svg” (“A river”) is left out: it has a script in it.'],
  });
});

it('takes a drawing whose words only speak of code', async () => {
  expect(await take('<text>javascript: one = 1</text>')).toEqual({
    names: ['river.svg'],
    remarks: [],
  });
});
