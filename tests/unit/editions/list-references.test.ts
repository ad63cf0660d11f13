import { expect, it } from 'vitest';
import { listReferences } from '../../../src/editions/list-references.ts';
import { loadLibrary } from '../../../src/formatting/load-library.ts';
import { publishedEssay } from '../../support/fixture-sites.ts';

const library = (style: string) =>
  loadLibrary(publishedEssay, {
    bibliography: ['content/bibliography.bib'],
    style: `content/${style}`,
    sources: 'content/sources.csl',
  });
const keys = ['roblin2018', 'kim2019'];

it('lists what is cited in the order of its style, where notes are not all that the other is made for', async () => {
  const html = await listReferences(keys, await library('sources.csl'), 'References');

  expect(html).toMatch(
    /^<section role="doc-bibliography"><h2>References<\/h2><ul><li><p>Kim Tong-/,
  );
  expect(html).toMatch(/<\/p><\/li><li><p>Roblin, Sebastien\. 2018/);
});

it('lists nothing where the style is one of notes, and where nothing is cited', async () => {
  expect(await listReferences(keys, await library('notes.csl'), 'References')).toBe('');
  expect(await listReferences([], await library('sources.csl'), 'References')).toBe('');
});
