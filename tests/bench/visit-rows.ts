/** How our page comes up in a browser beside the bare page, on a wide screen and on a phone. */
import type { Browser, BrowserContextOptions } from 'playwright';
import { measureVisit, type VisitFigures } from './measure-visit.ts';
import type { Row } from './row.ts';
import type { ServedPages } from './serve-pages.ts';

interface Screen {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

/** Notes stand beside the text on the first, and in a list below it on the second. */
const screens: readonly Screen[] = [
  { name: '1280 px', options: { viewport: { width: 1280, height: 800 } } },
  {
    name: '390 px',
    options: {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    },
  },
];

type Measure = Omit<Row, 'values' | 'baseline'> & { readonly of: keyof VisitFigures };

const paintAim = { ratioAtMost: 1.1 };
const none = { atMost: 0 };

const measures: readonly Measure[] = [
  { what: 'First contentful paint', of: 'firstPaint', unit: 'ms', aim: paintAim },
  { what: 'Largest contentful paint', of: 'largestPaint', unit: 'ms', aim: paintAim },
  { what: 'Total blocking time', of: 'blocking', unit: 'ms', aim: none },
  { what: 'Layout shift, loaded', of: 'shiftLoaded', unit: 'score', aim: none },
  { what: 'Layout shift, scrolled to the end', of: 'shiftScrolled', unit: 'score', aim: none },
  { what: 'DOM nodes', of: 'nodes', unit: 'count' },
  { what: 'JavaScript heap', of: 'heap', unit: 'MB' },
];

/** Visits both pages in turn, `rounds` times on each screen after one that does not count. */
export async function visitRows(
  browser: Browser,
  pages: ServedPages,
  rounds: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, options } of screens) {
    const { ours, bare } = await visitInTurn(browser, pages, options, rounds);
    rows.push(
      ...measures.map(({ of, what, ...row }) => ({
        ...row,
        what: `${what}, ${name}`,
        values: ours.map((figures) => figures[of]),
        baseline: bare.map((figures) => figures[of]),
      })),
    );
  }
  return rows;
}

/** Which page comes first changes each round, so that whatever else the machine does meets both. */
async function visitInTurn(
  browser: Browser,
  pages: ServedPages,
  options: BrowserContextOptions,
  rounds: number,
) {
  const figures = { ours: [] as VisitFigures[], bare: [] as VisitFigures[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const which of order) {
      const visit = await measureVisit(browser, pages[which].address, options);
      console.error(`${which} ${options.viewport?.width} ${JSON.stringify(visit)}`);
      if (round > 0) figures[which].push(visit);
    }
  }
  return figures;
}
