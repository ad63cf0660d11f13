import { describe, expect, it } from 'vitest';
import { layoutShift, loadFigures, type PageEntries } from '../../bench/page-entries.ts';

const entries = (rest: Partial<PageEntries>): PageEntries => ({
  paint: [
    { name: 'first-paint', startTime: 100 },
    { name: 'first-contentful-paint', startTime: 200 },
  ],
  'largest-contentful-paint': [{ startTime: 200 }, { startTime: 350 }],
  longtask: [],
  'layout-shift': [],
  ...rest,
});

describe('the load of a page', () => {
  it('has its first paint when there is something to see, and its largest when that is largest', () => {
    expect(loadFigures(entries({}))).toMatchObject({ firstPaint: 200, largestPaint: 350 });
  });

  it('is blocked by what tasks take over 50 ms after the first paint', () => {
    const longtask = [
      { startTime: 0, duration: 150 },
      { startTime: 180, duration: 100 },
      { startTime: 300, duration: 120 },
      { startTime: 500, duration: 50 },
    ];

    const { blocking } = loadFigures(entries({ longtask }));

    expect(blocking).toBe(30 + 70);
  });

  it('has no figures when nothing was painted', () => {
    expect(() => loadFigures(entries({ paint: [] }))).toThrow('painted nothing');
    expect(() => loadFigures(entries({ 'largest-contentful-paint': [] }))).toThrow(
      'painted nothing',
    );
  });
});

describe('layout shift', () => {
  it('is all that moved without the reader’s doing', () => {
    const shifts = [
      { value: 0.25, hadRecentInput: false },
      { value: 0.5, hadRecentInput: true },
      { value: 0.125, hadRecentInput: false },
    ];

    expect(layoutShift(entries({ 'layout-shift': shifts }))).toBe(0.375);
  });
});
