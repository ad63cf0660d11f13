/** The name of an essay's author, as front matter has it. */
import type { CslName } from '../bibliography/source.ts';

export interface AuthorName {
  /** As it is read: `Anna Müller`. */
  readonly text: string;
  readonly kind: 'person' | 'organization';
  readonly name: CslName;
}

/** Whether it is several names in one, or an organization that does not say so: `Müller, Anna and Bo Li`. */
export function hasSeveralNames(typed: string): boolean {
  return !/^\{.+\}$/.test(typed) && /\s(?:and|&)\s/i.test(typed);
}

/**
 * `Müller, Anna` has a family name and a given one, and `{Research Council, Oslo}` is an organisation. Of any
 * other name nobody knows which part is which: `김철수` and `Anna Müller` are printed as they stand, everywhere.
 */
export function readAuthorName(typed: string): AuthorName {
  const organization = /^\{(.+)\}$/.exec(typed)?.[1];
  if (organization !== undefined) {
    return { text: organization, kind: 'organization', name: { literal: organization } };
  }
  const [family, given, ...rest] = typed.split(',').map((part) => part.trim());
  if (!family || !given || rest.length > 0) {
    return { text: typed, kind: 'person', name: { literal: typed } };
  }
  return { text: `${given} ${family}`, kind: 'person', name: { family, given } };
}
