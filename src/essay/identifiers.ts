/** Identifiers of people, organizations and essays, as they are typed: bare or as an address. */
import { bareDoi, encodeAddress, wholeDoi } from '../bibliography/source-address.ts';
import { text } from './field-kinds.ts';

/** `0000-0002-1825-0097`. https://support.orcid.org/hc/en-us/articles/360006897674 */
export const orcid = text.transform((typed, context) => {
  const [, id] = /^(?:https?:\/\/orcid\.org\/)?((?:\d{4}-){3}\d{3}[\dX])$/i.exec(typed) ?? [];
  if (id === undefined) context.addIssue('expected an ORCID iD such as 0000-0002-1825-0097');
  else if (!isSoundOrcid(id.toUpperCase())) context.addIssue(wrongDigit('an ORCID iD'));
  return id?.toUpperCase() ?? '';
});

/** `https://ror.org/01ggx4157`. https://ror.readme.io/docs/identifier */
export const ror = text.transform((typed, context) => {
  const [, id] =
    /^(?:(?:https?:\/\/)?ror\.org\/)?(0[a-hj-km-np-tv-z\d]{6}\d{2})$/i.exec(typed) ?? [];
  if (id === undefined) context.addIssue('expected a ROR ID such as https://ror.org/01ggx4157');
  else if (!isSoundRor(id.toLowerCase())) context.addIssue(wrongDigit('a ROR ID'));
  return `https://ror.org/${id?.toLowerCase()}`;
});

/** `10.5555/12345678`, without the address of a resolver. */
export const doi = text.transform((typed, context) => {
  const bare = bareDoi(typed);
  if (!wholeDoi.test(bare)) context.addIssue('expected a DOI such as 10.5555/12345678');
  return bare;
});

export function orcidAddress(id: string): string {
  return `https://orcid.org/${id}`;
}

/** A DOI may have any sign in it, and an address may not. */
export function doiAddress(bare: string): string {
  return `https://doi.org/${encodeAddress(bare).replace(/[?#]/g, encodeURIComponent)}`;
}

function wrongDigit(what: string): string {
  return `expected ${what} whose check digit is right, and in this one some digit is wrong`;
}

/** ISO 7064, MOD 11-2, over all digits before the last one. */
function isSoundOrcid(id: string): boolean {
  const digits = [...id.replaceAll('-', '')];
  const total = digits.slice(0, -1).reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

/** ISO 7064, MOD 97-10, over a number in the base 32 of Crockford, which has no i, l, o and u. */
function isSoundRor(id: string): boolean {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz';
  const number = [...id.slice(0, -2)].reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0);
  return Number(id.slice(-2)) === 98 - ((number * 100) % 97);
}
