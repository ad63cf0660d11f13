/** Who made an essay, as its title says it: each by name, with what is known of him or her. */
import type { Messages } from '../i18n/load-messages.ts';
import { type Contributor, contributorsOf } from './contributor.ts';
import type { Essay } from './essay.ts';
import { orcidAddress } from './identifiers.ts';

export interface Byline {
  /** `Anna Müller`, or in the words of the site `Translated by Bo Li`. */
  readonly text: string;
  /** Whether `text` has words of the site in it. */
  readonly isSentence: boolean;
  readonly details: readonly Detail[];
}

/** Of an affiliation, an identifier, an address to write to. */
export interface Detail {
  /** In the words of the site, what `text` is. */
  readonly label?: string;
  readonly text: string;
  readonly href?: string | undefined;
}

export function bylinesOf(essay: Essay, messages: Messages): Byline[] {
  return contributorsOf(essay).map((contributor) => ({
    text: textOf(contributor, messages),
    isSentence: contributor.part !== 'author',
    details: detailsOf(contributor, messages),
  }));
}

/** Whether names alone say all. */
export function areNamesAlone(bylines: readonly Byline[]): boolean {
  return bylines.every(({ isSentence, details }) => !isSentence && details.length === 0);
}

function textOf({ text, part }: Contributor, { editedBy, translatedBy }: Messages): string {
  if (part === 'author') return text;
  return part === 'editor' ? editedBy(text) : translatedBy(text);
}

function detailsOf(
  { affiliation, orcid, email, corresponding }: Contributor,
  { correspondence, colon }: Messages,
): Detail[] {
  const label = corresponding ? { label: correspondence + colon } : {};
  return [
    ...affiliation.map(({ name, ror }) => ({ text: name, href: ror })),
    ...(orcid === undefined ? [] : [{ text: `ORCID\u{a0}${orcid}`, href: orcidAddress(orcid) }]),
    ...(email === undefined ? [] : [{ ...label, text: email, href: `mailto:${email}` }]),
  ];
}
