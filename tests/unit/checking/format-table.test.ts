import { expect, it } from 'vitest';
import { formatTable } from '../../../src/checking/format-table.ts';

it('aligns what takes two cells of a terminal with what takes one, and shortens by cells', () => {
  const columns = [
    { name: 'Title', side: 'left', limit: 9 },
    { name: 'Notes', side: 'right' },
  ] as const;

  expect(
    formatTable(columns, [
      ['북한과 러시아 관계', '8'],
      ['Relations', '12'],
    ]).split('\n'),
  ).toEqual(['Title      Notes', '북한과 …       8', 'Relations     12']);
});
