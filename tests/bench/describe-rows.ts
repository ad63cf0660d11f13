/** All that was measured as one Markdown table, which is aligned to be read in a terminal, too. */
import { markdownTable } from 'markdown-table';
import { median } from './median.ts';
import { type Aim, isReached, type Row, ratioOf, type Unit } from './row.ts';

const head = ['', 'Figure', 'Baseline', 'Ratio', 'Aim', 'Reached'];
const nothing = '–';

export function describeRows(rows: readonly Row[]): string {
  return markdownTable([head, ...rows.map(cells)], { align: ['l', 'r', 'r', 'r', 'r', 'l'] });
}

/** How many aims are reached, and which are not. */
export function describeAims(rows: readonly Row[]): string {
  const judged = rows.filter(({ aim }) => aim !== undefined);
  const missed = judged.filter((row) => !isReached(row)).map(({ what }) => what);
  const count = `${judged.length - missed.length} of ${judged.length} aims are reached`;
  return missed.length === 0 ? `${count}.` : `${count}. Not reached: ${missed.join('; ')}.`;
}

function cells(row: Row): string[] {
  const ratio = ratioOf(row);
  const reached = isReached(row);
  return [
    row.what,
    figure(row.values, row.unit),
    row.baseline === undefined ? nothing : figure(row.baseline, row.unit),
    ratio === undefined ? nothing : ratio.toFixed(2),
    row.aim === undefined ? nothing : describeAim(row.aim, row.unit),
    reached === undefined ? nothing : reached ? 'yes' : 'no',
  ];
}

/** The median, and between which two values all are. */
function figure(values: readonly number[], unit: Unit): string {
  const middle = quantity(median(values), unit);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((end) => digits(end, unit));
  return least === most ? middle : `${middle} (${least}–${most})`;
}

function describeAim(aim: Aim, unit: Unit): string {
  if ('ratioAtMost' in aim) return `≤ ${aim.ratioAtMost.toFixed(2)} × baseline`;
  return aim.atMost === 0 ? 'none' : `≤ ${quantity(aim.atMost, unit)}`;
}

function quantity(value: number, unit: Unit): string {
  const isNamed = Number.isFinite(value) && unit !== 'count' && unit !== 'score';
  return isNamed ? `${digits(value, unit)} ${unit}` : digits(value, unit);
}

const decimals = {
  bytes: 0,
  ms: 0,
  s: 2,
  MB: 1,
  count: 0,
  score: 3,
} as const satisfies Record<Unit, number>;

function digits(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return 'never';
  const [minimumFractionDigits, maximumFractionDigits] = [decimals[unit], decimals[unit]];
  return value.toLocaleString('en', { minimumFractionDigits, maximumFractionDigits });
}
