import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { buildTree, type MarkerStyle, placeNotes } from '../../src/editions/build-tree.ts';
import { writeText } from '../../src/editions/pandoc.ts';
import { words } from '../../src/editions/pandoc-tree.ts';
import { editionDocument } from '../support/edition-document.ts';

const { record } = await editionDocument();

const style: MarkerStyle = {
  first: (marker) => [marker],
  again: ({ number }) => words(`(${number})`),
  number: ({ number }) => words(`#${number}`),
  link: ({ number }, linked) => [...words(`#${number}{`), ...linked, ...words('}')],
};

it('keeps the words of a link to a note, and tells them from its number', async () => {
  const marker = (note: string) => h('span', { className: ['marker'], dataNote: note });
  const link = (note: string, text: string) => h('a', { href: `#${note}` }, text);
  const tree = await buildTree(
    {
      text: h(null, [
        h('p', 'One.', marker('fn-kim2019'), ' See ', link('fn-tumen', 'the river')),
        h('p', 'Two.', marker('fn-tumen')),
      ]),
      notes: [
        { anchor: 'fn-kim2019', content: [h('p', 'See ', link('fn-tumen', 'my remark'), '.')] },
        { anchor: 'fn-tumen', content: [h('p', 'Kim (n ', link('fn-kim2019', '1'), ').')] },
      ],
      sources: [],
      references: [],
    },
    { names: new Map(), files: new Map() },
  );

  expect(await writeText(placeNotes(tree, record, style), { to: 'plain' })).toBe(
    'One.[1] See #2{the river}\n\nTwo.[2]\n\n[1] See #2{my remark}.\n\n[2] Kim (n #1).\n',
  );
});

it('keeps every division of the text, whatever its author calls it', async () => {
  const division = (name: string) => h('div', { className: ['division', name] }, h('p', name));
  const tree = await buildTree(
    {
      text: h(null, ['note', 'matter', 'list'].map(division)),
      notes: [],
      sources: [h('p', 'Kim')],
      references: [h('p', 'Lee')],
    },
    { names: new Map(), files: new Map() },
  );

  expect(await writeText(tree.tree, { to: 'plain' })).toBe('note\n\nmatter\n\nlist\n');
  expect([tree.sources, tree.references]).toMatchObject([[{ t: 'Para' }], [{ t: 'Para' }]]);
});
