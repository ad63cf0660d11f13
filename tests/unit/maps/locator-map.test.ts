import { describe, expect, it } from 'vitest';
import { loadMessages } from '../../../src/i18n/load-messages.ts';
import { drawLocatorMap, type LocatorMap } from '../../../src/maps/locator-map.ts';
import { type MapSpec, mapSpec } from '../../../src/maps/map-spec.ts';
import { drawing } from '../../../src/maps/views.ts';

const korea = mapSpec.parse({
  center: [128.5, 41.6],
  width: 2600,
  subject: ['North Korea'],
  related: ['Russia'],
  names: [
    { name: 'North Korea', at: [131.9, 39.3] },
    { name: 'Russia', at: [136, 47.3] },
    { name: 'East Sea', at: [134, 40] },
  ],
  places: [
    { name: 'Seoul', at: [126.98, 37.57], side: 'left' },
    { name: 'Vladivostok', at: [131.89, 43.12] },
  ],
  borders: [
    { name: 'Tumen', between: ['North Korea', 'Russia'], at: [131.3, 41.9] },
    { name: 'Yalu', between: ['North Korea', 'China'], at: [126, 41.5] },
  ],
  beyond: [{ name: 'Moscow', at: [37.62, 55.75] }],
});

function draw(spec: Partial<MapSpec> = {}): LocatorMap {
  return drawLocatorMap({ ...korea, ...spec }, { lang: 'en', distance: (count) => `${count} km` });
}

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
  const map = draw();
  const labelled = (text: string) =>
    map.letterings.wide.labels.find((label) => label.text === text);

  it('is drawn once for what its author writes, and for a language', () => {
    const english = loadMessages('en', 'en');
    const drawn = drawLocatorMap(korea, english);

    expect(drawLocatorMap(structuredClone(korea), english)).toBe(drawn);
    expect(drawLocatorMap(korea, loadMessages('fr', 'en'))).not.toBe(drawn);
    expect(drawLocatorMap({ ...korea, width: 2700 }, english)).not.toBe(drawn);
  });

  it('is centred on its middle', () => {
    const [dot] = draw({ places: [{ name: 'Middle', at: korea.center, side: 'right' }] }).dots;

    expect(dot).toEqual({ x: drawing.width / 2, y: drawing.height / 2 });
  });

  it.each([
    ['China', [103, 34]],
    ['Libya', [17, 27]],
  ] as const)('draws the land that it lies within: %s', (name, [longitude, latitude]) => {
    const near = draw({
      ...{ center: [longitude, latitude], width: 300, subject: [name], related: [] },
      ...{ names: [], places: [], borders: [], beyond: [] },
    });

    expect(near.faults).toEqual([]);
    expect(near.countries.find(({ role }) => role === 'subject')?.path).not.toBe('');
  });

  it('draws land round a pole, and nothing on the high sea', () => {
    const empty = { subject: [], related: [], names: [], places: [], borders: [], beyond: [] };
    const south: Partial<MapSpec> = { ...empty, subject: ['Antarctica'], center: [90, -80] };
    const antarctica = draw({ ...south, width: 1200 });
    const pacific = draw({ ...empty, center: [-120, -40], width: 1200 });
    const close = draw({ ...empty, center: [-120, -40], width: 300 });

    expect(antarctica.countries.find(({ role }) => role === 'subject')?.path).not.toBe('');
    for (const { countries, faults } of [pacific, close]) {
      expect(countries.map(({ path }) => path).join('')).toBe('');
      expect(faults).toEqual([]);
    }
  });

  it('draws every country to just beyond its frame, so that no edge is drawn where it is cut off', () => {
    for (const { role, path } of map.countries) {
      const points = pointsOf(path);
      expect(points.length, role).toBeGreaterThan(20);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(-2);
        expect(x).toBeLessThanOrEqual(drawing.width + 2);
        expect(y).toBeGreaterThanOrEqual(-2);
        expect(y).toBeLessThanOrEqual(drawing.height + 2);
      }
    }
    const all = map.countries.flatMap(({ path }) => pointsOf(path));
    expect(Math.min(...all.map(({ x }) => x))).toBe(-2);
    expect(Math.max(...all.map(({ y }) => y))).toBe(drawing.height + 2);
  });

  it('keeps to its scale: Seoul and Vladivostok are 750 km apart', () => {
    const [seoul, vladivostok] = map.dots;
    const units = Math.hypot(
      (seoul?.x ?? 0) - (vladivostok?.x ?? 0),
      (seoul?.y ?? 0) - (vladivostok?.y ?? 0),
    );

    expect((units / drawing.width) * korea.width).toBeGreaterThan(720);
    expect((units / drawing.width) * korea.width).toBeLessThan(780);
  });

  it('draws a long common border as a line between its two countries, and a ring round a short one', () => {
    const subject = map.countries.find(({ role }) => role === 'subject');
    const corners = pointsOf(subject?.path ?? '');

    const [yalu = ''] = map.borders;
    const [tumen] = map.rings;

    expect([map.borders, map.rings].map(({ length }) => length)).toEqual([1, 1]);
    expect(pointsOf(yalu).length).toBeGreaterThan(5);
    for (const point of pointsOf(yalu)) expect(corners).toContainEqual(point);
    const distances = corners.map(({ x, y }) =>
      Math.hypot(x - (tumen?.x ?? 0), y - (tumen?.y ?? 0)),
    );
    expect(Math.min(...distances)).toBeLessThan(8);
  });

  it('points to what is out of view, with its distance in hundreds of kilometres', () => {
    const { arrows, labels } = map.letterings.wide;

    expect(labels.map(({ text }) => text)).toContain('Moscow, 6400 km');
    expect(arrows.map(({ angle }) => angle < -90 && angle > -180)).toEqual([true]);
  });

  it('gives the distance of what is near to the kilometre', () => {
    const near = draw({ width: 300, beyond: [{ name: 'Near', at: [128.5, 42.5] }] });

    expect(near.letterings.wide.labels.map(({ text }) => text)).toContain('Near, 100 km');
  });

  it('sets capitals for countries and italics for water alone, and knows the country it is about', () => {
    const kinds = ['North Korea', 'Russia', 'East Sea', 'Tumen', 'Seoul'].map((text) => {
      const { kind, isCapitals } = labelled(text) ?? {};
      return [kind, isCapitals];
    });

    expect(kinds).toEqual([
      ['subject', true],
      ['country', true],
      ['water', false],
      ['water', false],
      ['place', false],
    ]);
  });

  it('knows a country by its name in the language of the essay, whose script may have no capitals', () => {
    const spec = { ...korea, names: [{ name: '북한', at: [131.9, 39.3] as [number, number] }] };

    const { letterings } = drawLocatorMap(spec, { lang: 'ko-KR', distance: String });

    const label = letterings.wide.labels.find(({ text }) => text === '북한');
    expect(label).toMatchObject({ kind: 'subject', isCapitals: false });
  });

  it('takes an author’s word for what is water', () => {
    const [name] = draw({
      names: [{ name: 'Baekdu', at: [134, 40], water: false }],
    }).letterings.wide.labels.filter(({ text }) => text === 'Baekdu');

    expect(name?.kind).toBe('country');
  });
});

describe('what a map does not show', () => {
  it('is nothing on a map that has room for all', () => {
    expect(draw().faults).toEqual([]);
  });

  it('is told: countries, names, cities and borders out of view', () => {
    const { faults } = draw({
      related: ['Kenya'],
      names: [{ name: 'Nairobi', at: [36.8, -1.3] }],
      places: [{ name: 'Mombasa', at: [39.7, -4], side: 'right' }],
      borders: [{ name: 'Mara', between: ['Kenya', 'Tanzania'], at: [35, -1] }],
    });

    expect(faults.map(({ what, path }) => [what, path.join('.')])).toEqual([
      ['out of view', 'related.0'],
      ['out of view', 'names.0.name'],
      ['out of view', 'places.0.name'],
      ['out of view', 'borders.0.name'],
    ]);
  });

  it('is told: a city that only the cropped sides have', () => {
    const { faults } = draw({ places: [{ name: 'Edge', at: [115.6, 41.6], side: 'right' }] });

    expect(faults).toMatchObject([{ what: 'out of view', text: 'Edge' }]);
  });

  it('is told: an arrow to what is in view, and a border that no two countries share', () => {
    const { faults } = draw({
      borders: [{ name: 'Sea', between: ['North Korea', 'Japan'], at: [131, 41] }],
      beyond: [{ name: 'Seoul', at: [126.98, 37.57] }],
    });

    expect(faults.map(({ what }) => what)).toEqual(['no common border', 'in view']);
  });

  it('is told: a border out of view, though both of its countries are in it', () => {
    const { faults } = draw({
      ...{ center: [11.3, 54.55], width: 150, subject: ['Germany'], related: ['Denmark'] },
      ...{ names: [], places: [], beyond: [] },
      borders: [{ name: 'Flensburg', between: ['Germany', 'Denmark'], at: [11.3, 54.6] }],
    });

    expect(faults).toMatchObject([{ what: 'out of view', text: 'Flensburg' }]);
  });

  it('is told: a name without room, and on which screens', () => {
    const long = 'A name of water that has more letters than a phone is wide';
    const { faults } = draw({ names: [{ name: `${long}, ${long}`, at: [134, 40] }] });

    expect(faults).toMatchObject([{ what: 'no room', path: ['names', 0, 'name'] }]);
  });
});
