import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../../src/essay/read-front-matter.ts';
import { splitFrontMatter } from '../../../src/essay/split-front-matter.ts';
import { arrowReach } from '../../../src/maps/arrows.ts';
import { dotRadius, ringRadius } from '../../../src/maps/atlas.ts';
import { type Box, boxAround, isWithin, overlap } from '../../../src/maps/box.ts';
import { setLine } from '../../../src/maps/label.ts';
import { drawLocatorMap } from '../../../src/maps/locator-map.ts';
import type { MapSpec } from '../../../src/maps/map-spec.ts';
import { viewNames, views } from '../../../src/maps/views.ts';
import { fixtures, publishedEssay } from '../../support/fixture-sites.ts';

const files = [join(fixtures, 'maps'), publishedEssay].flatMap((site) => {
  const folder = join(site, 'content/essays');
  return readdirSync(folder).map((name) => join(folder, name));
});
const maps = files.map((file) => [file.split('/').at(-1) ?? '', mapOf(file)] as const);

function mapOf(file: string): MapSpec {
  const { fields } = readFrontMatter(splitFrontMatter(readFileSync(file, 'utf8')).yaml);
  if (fields?.picture?.map === undefined) throw new Error(`${file} has no map.`);
  return fields.picture.map;
}

const titled = (boxes: readonly { name: string; box: Box }[], isWrong: (box: Box) => boolean) =>
  boxes.filter(({ box }) => isWrong(box)).map(({ name }) => name);

describe.each(maps)('the words of the map of %s', (_name, spec) => {
  const format = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilometer' });
  const map = drawLocatorMap(spec, { lang: 'en', distance: (count) => format.format(count) });

  describe.each(viewNames)('in the %s view', (view) => {
    const { labels, arrows } = map.letterings[view];
    const words = labels.map(({ text, kind, x, y, anchor }, index) => {
      const { box } = setLine(text, kind, views[view].textSize, { x, y }, anchor);
      return { name: `${text} (${index})`, box };
    });
    const marks = [
      ...map.dots.map((dot) => boxAround(dot, 2 * dotRadius)),
      ...map.rings.map((ring) => boxAround(ring, 2 * ringRadius)),
      ...arrows.map((arrow) => boxAround(arrow, 1.4 * arrowReach)),
    ];

    it('are all there', () => {
      const asked = [...spec.names, ...spec.places, ...spec.borders, ...spec.beyond];

      expect(map.faults).toEqual([]);
      const shown = labels.map(({ text }) => text).join(' ');
      for (const { name } of asked) expect(shown).toContain(name.split(' ').at(-1));
      expect(arrows).toHaveLength(spec.beyond.length);
    });

    it('are inside, wherever the map is cropped', () => {
      const { crop } = views[view];
      const lowScreen = { x: 0, width: 1000, height: (1000 * 14) / 33, y: 310 - (500 * 14) / 33 };

      expect(titled(words, (box) => !isWithin(box, crop))).toEqual([]);
      if (view === 'wide') expect(titled(words, (box) => !isWithin(box, lowScreen))).toEqual([]);
    });

    it('do not lie on each other', () => {
      const pairs = words.flatMap((one, index) =>
        titled(words.slice(index + 1), (box) => overlap(one.box, box)).map((name) => [
          one.name,
          name,
        ]),
      );

      expect(pairs).toEqual([]);
    });

    it('cover no mark', () => {
      expect(titled(words, (box) => marks.some((mark) => overlap(box, mark)))).toEqual([]);
    });
  });
});

it('names of countries and rivers straddle no coast where there is room beside it', () => {
  const spec = mapOf(files.at(-1) ?? '');
  const { letterings } = drawLocatorMap(spec, { lang: 'en', distance: String });

  const straddling = viewNames.flatMap((view) =>
    letterings[view].labels.filter(({ kind, isCrossing }) => kind !== 'place' && isCrossing),
  );

  expect(straddling.map(({ text }) => text)).toEqual([]);
});

it('the same map is lettered alike', () => {
  const [, spec] = maps[0] ?? [];
  if (spec === undefined) throw new Error('There is no map.');
  const draw = () => drawLocatorMap({ ...spec }, { lang: 'en', distance: String });

  expect(draw()).toEqual(draw());
});
