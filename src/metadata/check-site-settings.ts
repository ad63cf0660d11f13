/** What the type of the site's settings cannot say of them. */
import { z } from 'zod';
import { language, text } from '../essay/front-matter.ts';
import type { Problem } from '../problems/problem.ts';
import type { SiteIdentity } from '../site.ts';

const settings = z.object({
  title: text,
  description: text,
  lang: language,
  authors: z.array(text),
  feedLength: z.int('expected a whole number').min(1, 'expected a number from 1 on'),
});

/** The address has a check of its own (`check-site-address.ts`): it comes from elsewhere. */
export function checkSiteSettings(site: SiteIdentity): Problem[] {
  const { error } = settings.safeParse(site);
  return (error?.issues ?? []).map(({ path, message }) => {
    const [field, index] = path;
    const name = index === undefined ? String(field) : `${String(field)}[${String(index)}]`;
    return {
      rule: 'site-settings-are-valid',
      file: 'src/site.ts',
      place: { line: 1, column: 1 },
      length: 1,
      message: `The setting “site.${name}” is “${String(path.reduce(valueAt, site))}”; ${message}.`,
    };
  });
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
