import { expect, it } from 'vitest';
import { setUpPages } from '../../../src/editions/style-docx.ts';

const section =
  '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect" /></w:footnotePr></w:sectPr>';

it('footnotes are numbered in one sequence, however many sections Pandoc makes', () => {
  const xml = setUpPages(`<w:p>${section}</w:p>${section}`, 'a4');

  expect(xml.match(/<w:numRestart[^>]*>/g)).toEqual(
    Array(2).fill('<w:numRestart w:val="continuous"/>'),
  );
});
