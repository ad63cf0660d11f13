/** What an author may ask of a locator map. */
import { z } from 'zod';

/** Longitude and latitude in degrees, east and north positive, as in GeoJSON (RFC 7946). */
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const text = z.string().trim().min(1);
const label = z.strictObject({
  name: text.describe('As the map shows it.'),
  at: point.describe('Its longitude and latitude.'),
});
const water = z
  .boolean()
  .optional()
  .describe('Whether it is a name of water, which is set in italics; as it seems when left out.');
const name = label.extend({ water });
const place = label.extend({
  side: z
    .enum(['left', 'right'])
    .default('right')
    .describe('Where its name stands, if there is room.'),
  label: point
    .optional()
    .describe('Where its name begins or ends, when that is not beside the dot.'),
});
const border = label.extend({
  water,
  between: z.tuple([text, text]).describe('The two countries that share it.'),
});

export const mapSpec = z.strictObject({
  center: point.describe('The middle of the map: its longitude and latitude.'),
  width: z
    .number()
    .min(200)
    .max(12_000)
    .describe('Kilometres from the left edge to the right one.'),
  subject: z
    .array(text)
    .default([])
    .describe('Countries the essay is about, by their English names in Natural Earth.'),
  related: z.array(text).default([]).describe('Countries it relates them to.'),
  names: z
    .array(name)
    .default([])
    .describe('Names of countries and seas, each on a point or near it.'),
  places: z.array(place).default([]).describe('Cities: a dot, and the name beside it.'),
  borders: z
    .array(border)
    .default([])
    .describe('Common borders to be drawn and named; a ring shows one too short to be seen.'),
  beyond: z
    .array(label)
    .default([])
    .describe('Places out of view: an arrow at the edge shows their direction and distance.'),
});

/** Names of all fields, at every depth. */
export const mapFieldNames = [mapSpec, name, place, border].flatMap(({ shape }) =>
  Object.keys(shape),
);

export type MapSpec = z.infer<typeof mapSpec>;
export type Point = z.infer<typeof point>;
