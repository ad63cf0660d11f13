/** Kinds of values that several fields of front matter have. */
import { z } from 'zod';
import { parsePartialDate } from './partial-date.ts';

/** Something that is said. */
export const text = z
  .string('expected some text, in quotation marks')
  .trim()
  .min(1, 'expected some text');

/** What people number things by: YAML reads 3 as a number, and 3b as words. */
export const label = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), text)
  .meta({ type: ['string', 'number'] });

/** YAML reads 2019 as a number and 2019-09-14 as a moment; an essay's date is neither. */
export const date = z
  .preprocess(
    (value) => {
      if (typeof value === 'number') return String(value);
      if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
      return value;
    },
    z.string().transform((value, context) => {
      const parsed = parsePartialDate(value);
      if (parsed !== undefined) return parsed;
      context.addIssue('expected a date as exact as it is known: 2019, 2019-09 or 2019-09-14');
      return z.NEVER;
    }),
  )
  // To an editor, a year alone is a number.
  .meta({ type: ['string', 'number'] });

/** A language by its tag, BCP 47. Its first part may have more than three letters, but no language has. */
export const language = text.refine((tag) => {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}, 'expected a language tag such as en, ko or pt-BR');
