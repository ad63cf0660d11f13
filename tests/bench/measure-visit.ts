/** One visit of a page by somebody who has never been there, on a slow line with a slow machine. */
import type { Browser, BrowserContextOptions, CDPSession } from 'playwright';
import {
  type LoadFigures,
  layoutShift,
  loadFigures,
  pageEntries,
  readEntries,
  scrollToEnd,
} from './page-entries.ts';

export interface VisitFigures extends LoadFigures {
  /** Of the page as it was loaded, and until its end had been scrolled to. */
  readonly shiftLoaded: number;
  readonly shiftScrolled: number;
  readonly nodes: number;
  /** Megabytes of the JavaScript heap, without what nobody holds any more. */
  readonly heap: number;
}

/** Bytes a second of 1.6 Mbit/s. */
const throughput = 1_600_000 / 8;

/** Fails when the page is not sent compressed, or never paints. */
export async function measureVisit(
  browser: Browser,
  address: string,
  screen: BrowserContextOptions,
): Promise<VisitFigures> {
  const context = await browser.newContext(screen);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools);
    const response = await page.goto(address, { waitUntil: 'load' });
    if (response?.headers()['content-encoding'] !== 'br')
      throw new Error(`${address} was not sent with Brotli.`);
    const loaded = pageEntries.parse(await page.evaluate(readEntries));
    const holds = await countHeld(devtools);
    await page.evaluate(scrollToEnd);
    const scrolled = pageEntries.parse(await page.evaluate(readEntries));
    return {
      ...loadFigures(loaded),
      shiftLoaded: layoutShift(loaded),
      shiftScrolled: layoutShift(scrolled),
      ...holds,
    };
  } finally {
    await context.close();
  }
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Performance.enable');
}

async function countHeld(devtools: CDPSession): Promise<{ nodes: number; heap: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => {
    const found = metrics.find((each) => each.name === name);
    if (found === undefined) throw new Error(`The browser does not tell ${name}.`);
    return found.value;
  };
  return { nodes: metric('Nodes'), heap: metric('JSHeapUsedSize') / 1_000_000 };
}
