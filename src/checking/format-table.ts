import widthOf from 'fast-string-truncated-width';

export interface Column {
  readonly name: string;
  /** Numbers stand at the right. */
  readonly side: 'left' | 'right';
  /** The most that is shown, in cells of the terminal: a Hangul syllable takes two. */
  readonly limit?: number;
}

/** `rows` in columns, below their names. No line end after the last line, and no space at the end of any. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) =>
    columns.map(({ limit }, index) => shorten(row[index] ?? '', limit)),
  );
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => widthOf(line[index] ?? '').width)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, index) => {
          const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell).width);
          return columns[index]?.side === 'right' ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shorten(cell: string, limit = Number.POSITIVE_INFINITY): string {
  const { index, truncated } = widthOf(cell, { limit, ellipsis: '…' });
  return truncated ? `${cell.slice(0, index)}…` : cell;
}
