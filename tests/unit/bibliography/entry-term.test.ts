import { expect, it } from 'vitest';
import { entryTerm, withTermsIn } from '../../../src/bibliography/entry-term.ts';
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts';

const text = `@phdthesis{a, title = {A}}
@thesis{b, title = {B}, type = {Habilitation}, pubstate = {inpress}}`;
const { bibliography } = readBibliography([{ path: 'a.bib', text }]);

it.each([
  ['en-US', 'PhD thesis', 'in press'],
  ['de-DE', 'Dissertation', 'im Druck'],
  ['ko-KR', '박사학위논문', '인쇄 중'],
  ['ja-JP', '博士論文', '印刷中'],
  ['es-MX', 'tesis doctoral', 'en prensa'],
  ['it-IT', 'tesi di dottorato', 'in stampa'],
  ['pt-BR', 'tese de doutorado', 'no prelo'],
  ['pt-PT', 'tese de doutoramento', 'no prelo'],
  ['zh-CN', '博士学位论文', '送印中'],
  ['zh-TW', '博士論文', '印行中'],
  ['ar', 'أطروحة دكتوراه', 'قيد النشر'],
  // Konkani, whose name begins as that of Korean.
  ['kok-IN', 'PhD thesis', 'in press'],
])('a kind of thesis and a state are in the language of the style: %s', (lang, kind, state) => {
  const items = [...withTermsIn(lang, bibliography).sources.values()].map(({ item }) => item);

  expect(items).toMatchObject([{ genre: kind }, { genre: 'Habilitation', status: state }]);
});

it('leaves a word alone that BibLaTeX does not know', () => {
  expect(entryTerm('Working paper')).toBe('Working paper');
  expect(entryTerm('constructor')).toBe('constructor');
});
