import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import * as code from '../../../src/disk/code-fingerprint.ts';
import { type Essay, toEssay } from '../../../src/essay/essay.ts';
import { frontMatter } from '../../../src/essay/front-matter.ts';
import { mapSpec } from '../../../src/maps/map-spec.ts';
import { mapSquare } from '../../../src/maps/map-svg.ts';
import { makeCards } from '../../../src/metadata/make-cards.ts';
import * as cards from '../../../src/metadata/social-card.ts';

const site = { title: 'Research Essays', description: 'Essays on borders.', lang: 'ko' };
const map = mapSpec.parse({ center: [131, 43], width: 800, subject: ['North Korea'] });
const picture = { map, alt: 'A map.', caption: 'A map.' };

let folder: string;
/** What it would draw, in the place of the drawing: that is in social-card.test.ts. */
let making: Mock<typeof cards.makeCard>;
const drawn = (text: cards.CardText, map?: cards.CardMap) =>
  Buffer.from(JSON.stringify([text, map]));

const essay = (id: string, rest: object = {}): Essay => {
  const data = frontMatter.parse({ title: 'A Title', date: '2019-09', lang: 'en', ...rest });
  return toEssay({ id, data }, 'en');
};
const job = (...essays: Essay[]) => {
  return { essays, site, folder: join(folder, 'dist'), cacheFolder: join(folder, 'cache') };
};
const cardOf = ({ path }: Essay) => readFile(join(folder, 'dist', path, 'card.png'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cards-'));
  making = vi
    .spyOn(cards, 'makeCard')
    .mockImplementation(async (text, map) => new Uint8Array(drawn(text, map)));
});

afterEach(() => rm(folder, { recursive: true }));

it('puts a card beside every essay, with its title, its date in the words of the site, and its map', async () => {
  const plain = essay('plain');
  const mapped = essay('mapped', { title: 'On a Map', picture });

  await makeCards(job(plain, mapped));

  const text = { title: 'A Title', foot: '2019년 9월', siteTitle: 'Research Essays' };
  const onMap = { ...text, title: 'On a Map' };
  expect(await cardOf(plain)).toEqual(drawn(text));
  expect(await cardOf(mapped)).toEqual(drawn(onMap, mapSquare(map, cards.colors.paper)));
});

it('puts one for the site beside its first page, with what it is, also where there is no essay', async () => {
  await makeCards(job());

  const text = { title: 'Research Essays', foot: 'Essays on borders.', siteTitle: '' };
  const card = await readFile(join(folder, 'dist/card.png'));
  expect(card).toEqual(drawn(text));
});

it('makes no card that it has made before', async () => {
  const known = essay('known', { picture });
  await makeCards(job(known));
  const first = await cardOf(known);
  await rm(join(folder, 'dist'), { recursive: true });
  making.mockClear();

  await makeCards(job(known));

  expect(making).not.toHaveBeenCalled();
  expect(await cardOf(known)).toEqual(first);
});

it('makes a card of the same words anew when the code draws it otherwise', async () => {
  const same = essay('same');
  await makeCards(job(same));
  making.mockClear();
  vi.spyOn(code, 'codeFingerprint').mockResolvedValue('of code that draws otherwise');

  await makeCards(job(same));

  const titles = making.mock.calls.map(([{ title }]) => title);
  expect(titles.toSorted()).toEqual(['A Title', 'Research Essays']);
});
