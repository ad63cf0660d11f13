import { describe, expect, it } from 'vitest';
import { describeAims, describeRows } from '../../bench/describe-rows.ts';
import type { Row } from '../../bench/row.ts';

const paint: Row = {
  what: 'Paint',
  unit: 'ms',
  values: [1000, 1200, 1300],
  baseline: [1000],
  aim: { ratioAtMost: 1.1 },
};
const weight: Row = { what: 'Weight', unit: 'bytes', values: [11_535], aim: { atMost: 14_600 } };
const shift: Row = { what: 'Shift', unit: 'score', values: [0], baseline: [0], aim: { atMost: 0 } };
const heap: Row = { what: 'Heap', unit: 'MB', values: [0.71, 0.74], baseline: [0.7] };
const edit: Row = {
  what: 'Edit',
  unit: 'ms',
  values: [Number.POSITIVE_INFINITY],
  aim: { atMost: 1000 },
};

const cellsOf = (table: string) =>
  table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the table', () => {
  it('has each figure with its spread, its baseline, their ratio, the aim and whether it is reached', () => {
    const cells = cellsOf(describeRows([paint, weight, shift, heap, edit]));

    expect(cells.slice(2)).toEqual([
      ['Paint', '1,200 ms (1,000–1,300)', '1,000 ms', '1.20', '≤ 1.10 × baseline', 'no'],
      ['Weight', '11,535 bytes', '–', '–', '≤ 14,600 bytes', 'yes'],
      ['Shift', '0.000', '0.000', '–', 'none', 'yes'],
      ['Heap', '0.7 MB', '0.7 MB', '1.04', '–', '–'],
      ['Edit', 'never', '–', '–', '≤ 1,000 ms', 'no'],
    ]);
  });

  it('is aligned, to be read as it stands', () => {
    const lines = describeRows([paint, weight]).split('\n');

    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe('the sentence below it', () => {
  it('counts the aims that are reached and names the others', () => {
    expect(describeAims([paint, weight, shift, heap])).toBe(
      '2 of 3 aims are reached. Not reached: Paint.',
    );
    expect(describeAims([weight, heap])).toBe('1 of 1 aims are reached.');
  });
});
