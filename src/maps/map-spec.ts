/** What an author may ask of a locator map. */
import { z } from 'zod';

/** Longitude and latitude in degrees, east and north positive, as in GeoJSON (RFC 7946). */
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const text = z.string().trim().min(1);
const label = z.strictObject({ name: text, at: point });

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
    .array(label)
    .default([])
    .describe('Names of countries and seas, each centred on a point.'),
  places: z
    .array(
      label.extend({
        side: z.enum(['left', 'right']).default('right').describe('Where its name stands.'),
        label: point
          .optional()
          .describe('Where its name begins or ends, when that is not beside the dot.'),
      }),
    )
    .default([])
    .describe('Cities: a dot, and the name at its right or left.'),
  borders: z
    .array(
      label.extend({
        between: z.tuple([text, text]).describe('The two countries that share it.'),
      }),
    )
    .default([])
    .describe('Common borders to be drawn and named.'),
  beyond: z
    .array(label)
    .default([])
    .describe('Places out of view: an arrow at the edge shows their direction and distance.'),
});

export type MapSpec = z.infer<typeof mapSpec>;
export type Point = z.infer<typeof point>;
