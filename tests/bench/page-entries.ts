/** What a browser tells of a page it has loaded. https://w3c.github.io/performance-timeline/ */
import { z } from 'zod';

export const pageEntries = z.object({
  paint: z.array(z.object({ name: z.string(), startTime: z.number() })),
  'largest-contentful-paint': z.array(z.object({ startTime: z.number() })),
  longtask: z.array(z.object({ startTime: z.number(), duration: z.number() })),
  'layout-shift': z.array(z.object({ value: z.number(), hadRecentInput: z.boolean() })),
});

export type PageEntries = z.infer<typeof pageEntries>;

/** In milliseconds since the navigation began. */
export interface LoadFigures {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
}

/** Fails when nothing was painted. */
export function loadFigures(entries: PageEntries): LoadFigures {
  const first = entries.paint.find(({ name }) => name === 'first-contentful-paint');
  // Each entry is larger than the one before it.
  const largest = entries['largest-contentful-paint'].at(-1);
  if (first === undefined || largest === undefined) throw new Error('The page painted nothing.');
  return {
    firstPaint: first.startTime,
    largestPaint: largest.startTime,
    blocking: blockingTime(entries.longtask, first.startTime),
  };
}

/** A task blocks for as long as it takes beyond this, in milliseconds. https://w3c.github.io/longtasks/ */
const short = 50;

/** Time in which a reader who has seen the page could not have used it. */
function blockingTime(tasks: PageEntries['longtask'], since: number): number {
  return tasks
    .map(({ startTime, duration }) => startTime + duration - Math.max(startTime, since))
    .reduce((sum, seen) => sum + Math.max(0, seen - short), 0);
}

/** All shifts added up, which is never less than the largest burst of them, the usual score. */
export function layoutShift(entries: PageEntries): number {
  return entries['layout-shift']
    .filter(({ hadRecentInput }) => !hadRecentInput)
    .reduce((sum, { value }) => sum + value, 0);
}

/**
 * Runs in the page, where nothing else of this module is. Waits until the page has painted and has nothing to
 * do, and gives all entries up to then, as `pageEntries` reads them; after ten seconds, whatever there is.
 */
export async function readEntries(): Promise<Record<string, unknown[]>> {
  const frame = () => new Promise(requestAnimationFrame);
  const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
  const types = ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift'];
  const readers = types.map((type) => {
    const entries: unknown[] = [];
    const add = (list: readonly PerformanceEntry[]) =>
      entries.push(...list.map((entry) => entry.toJSON()));
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type, buffered: true });
    return { type, entries, add, observer };
  });
  const isPainted = () => readers.slice(0, 2).every(({ entries }) => entries.length > 0);
  const end = performance.now() + 10_000;
  for (let quiet = 0; quiet < 3 && performance.now() < end; ) {
    await frame();
    await idle();
    if (isPainted()) quiet += 1;
  }
  for (const { add, observer } of readers) {
    add(observer.takeRecords());
    observer.disconnect();
  }
  return Object.fromEntries(readers.map(({ type, entries }) => [type, entries]));
}

/** Runs in the page: reads down to its end, a screen at a time. */
export async function scrollToEnd(): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  const { documentElement: root } = document;
  for (let top = 0; top < root.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: 'instant' });
    await frame();
    await frame();
  }
}
