/** What an author may ask of a locator map. */
import { z } from 'zod';

/** Longitude and latitude in degrees, east and north positive, as in GeoJSON (RFC 7946). */
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const text = z.string().trim().min(1);
const label = z.strictObject({ name: text, at: point });

export const mapSpec = z.strictObject({
  /** The middle of the map. */
  center: point,
  /** Kilometres from the left edge to the right one. */
  width: z.number().min(200).max(12_000),
  /** Countries the essay is about, by their English names in Natural Earth. */
  subject: z.array(text).default([]),
  /** Countries it relates them to. */
  related: z.array(text).default([]),
  /** Names of countries and seas, each centred on a point. */
  names: z.array(label).default([]),
  /** Cities: a dot, and the name at its right or left. */
  places: z
    .array(
      label.extend({
        side: z.enum(['left', 'right']).default('right'),
        /** Where its name begins or ends, when that is not beside the dot. */
        label: point.optional(),
      }),
    )
    .default([]),
  /** A common border to be drawn and named. */
  borders: z.array(label.extend({ between: z.tuple([text, text]) })).default([]),
  /** Places out of view: an arrow at the edge shows their direction and distance. */
  beyond: z.array(label).default([]),
});

export type MapSpec = z.infer<typeof mapSpec>;
export type Point = z.infer<typeof point>;
