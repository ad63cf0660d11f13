/** What a document says of itself besides its title, authors and date, as fields of front matter that are valid. */
import { hasSeveralNames } from '../essay/author-name.ts';
import { doi } from '../essay/identifiers.ts';
import { license, licenseAt } from '../essay/license.ts';
import type { Facts } from './document.ts';

/** What would be no valid field is left out. */
export function otherFields(facts: Facts): Record<string, unknown> {
  const one = (names: readonly string[] = []) =>
    names.filter((name) => name.trim() !== '' && !hasSeveralNames(name));
  const { keywords: stated = [] } = facts;
  // What is a list already may have commas in its words: “Korea, North”.
  const keywords = (stated.length > 1 ? stated : stated.flatMap(splitList)).map(tidy);
  const fields: Record<string, unknown> = {
    subtitle: facts.subtitle === undefined ? undefined : tidy(facts.subtitle),
    editor: one(facts.editors),
    translator: one(facts.translators),
    abstract: facts.abstract,
    keywords: [...new Set(keywords)].filter((word) => word !== ''),
    doi: doi.safeParse(facts.doi).data,
    license:
      facts.license === undefined
        ? undefined
        : (license.safeParse(facts.license).data?.id ?? licenseAt(facts.license)),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** In the signs of all scripts; commas stay where something else parts the words. */
function splitList(text: string): string[] {
  return text.split(/[;；؛]/.test(text) ? /[;；؛]/ : /[,，、،]/);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
