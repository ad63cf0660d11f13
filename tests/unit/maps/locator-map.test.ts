import { describe, expect, it } from 'vitest';
import { drawing, drawLocatorMap } from '../../../src/maps/locator-map.ts';
import { mapSpec } from '../../../src/maps/map-spec.ts';

const korea = mapSpec.parse({
  center: [128.5, 41.6],
  width: 2600,
  subject: ['North Korea'],
  related: ['Russia'],
  names: [{ name: 'Middle', at: [128.5, 41.6] }],
  places: [
    { name: 'Seoul', at: [126.98, 37.57], side: 'left' },
    { name: 'Vladivostok', at: [131.89, 43.12] },
  ],
  borders: [{ name: 'Tumen', between: ['North Korea', 'Russia'], at: [131.3, 41.9] }],
  beyond: [{ name: 'Moscow', at: [37.62, 55.75] }],
});

/** The points of path data in whole units and relative steps. */
function pointsOf(path: string): { x: number; y: number }[] {
  let here = { x: 0, y: 0 };
  return path.split('z').flatMap((ring) => {
    let start: typeof here | undefined;
    const numbers = ring.match(/-?\d+/g)?.map(Number) ?? [];
    const points = [];
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      here = { x: here.x + (numbers[index] ?? 0), y: here.y + (numbers[index + 1] ?? 0) };
      start ??= here;
      points.push(here);
    }
    here = start ?? here;
    return points;
  });
}

describe('a locator map', () => {
  const map = drawLocatorMap(korea);

  it('is centred on its middle', () => {
    const [middle] = map.names;

    expect(middle).toEqual({ text: 'Middle', x: drawing.width / 2, y: drawing.height / 2 });
  });

  it('draws every country within its frame', () => {
    for (const { role, path } of map.countries) {
      const points = pointsOf(path);
      expect(points.length, role).toBeGreaterThan(20);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(drawing.width + 1);
        expect(y).toBeGreaterThanOrEqual(-1);
        expect(y).toBeLessThanOrEqual(drawing.height + 1);
      }
    }
  });

  it('keeps to its scale: Seoul and Vladivostok are 750 km apart', () => {
    const [seoul, vladivostok] = map.places;
    const units = Math.hypot(
      (seoul?.dot.x ?? 0) - (vladivostok?.dot.x ?? 0),
      (seoul?.dot.y ?? 0) - (vladivostok?.dot.y ?? 0),
    );

    expect((units / drawing.width) * korea.width).toBeGreaterThan(720);
    expect((units / drawing.width) * korea.width).toBeLessThan(780);
  });

  it('draws a common border between its two countries, however short', () => {
    const [border] = map.borders;
    const subject = map.countries.find(({ role }) => role === 'subject');

    const points = pointsOf(border?.path ?? '');
    expect(points.length).toBeGreaterThan(1);
    for (const point of points) expect(pointsOf(subject?.path ?? '')).toContainEqual(point);
  });

  it('points to what is out of view, with its distance in hundreds of kilometres', () => {
    const [moscow] = map.beyond;

    expect(moscow?.distance).toBe(6400);
    expect(moscow?.angle).toBeLessThan(-90);
    expect(moscow?.angle).toBeGreaterThan(-180);
  });
});
