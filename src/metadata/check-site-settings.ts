/** What the type of the site's settings cannot say of them. */
import { z } from 'zod';
import { language, text } from '../essay/field-kinds.ts';
import { languages, loadMessages } from '../i18n/load-messages.ts';
import type { Problem } from '../problems/problem.ts';
import type { SiteIdentity } from '../site.ts';

const settings = z.object({
  title: text,
  description: text,
  lang: language,
  authors: z.array(text),
  feedLength: z.int('expected a whole number').min(1, 'expected a number from 1 on'),
  smartPunctuation: z.boolean('expected true or false').optional(),
});

/** The address has a check of its own (`check-site-address.ts`): it comes from elsewhere. */
export function checkSiteSettings(site: SiteIdentity): Problem[] {
  const { error } = settings.safeParse(site);
  const about = { file: 'src/site.ts', place: { line: 1, column: 1 }, length: 1 };
  if (error === undefined) return checkWords(site, about);
  return error.issues.map(({ path, message }) => {
    const [field, index] = path;
    const name = index === undefined ? String(field) : `${String(field)}[${String(index)}]`;
    return {
      rule: 'site-settings-are-valid',
      ...about,
      message: `The setting “site.${name}” is “${String(path.reduce(valueAt, site))}”; ${message}.`,
    };
  });
}

function checkWords(
  { lang }: SiteIdentity,
  about: Pick<Problem, 'file' | 'place' | 'length'>,
): Problem[] {
  if (loadMessages(lang, lang).lang === lang) return [];
  const message = `The site is in “${lang}”, and has words of its own in ${Object.keys(languages).join(', ')} only: they are in English.`;
  return [{ rule: 'site-language-has-words', ...about, message }];
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
