/** What a contributor did, in the words of CRediT (ANSI/NISO Z39.104-2022, https://credit.niso.org/). */
import { z } from 'zod';
import { nearestMatch } from '../problems/nearest-match.ts';
import { text } from './field-kinds.ts';

export const creditRoles = [
  'Conceptualization',
  'Data curation',
  'Formal analysis',
  'Funding acquisition',
  'Investigation',
  'Methodology',
  'Project administration',
  'Resources',
  'Software',
  'Supervision',
  'Validation',
  'Visualization',
  'Writing – original draft',
  'Writing – review & editing',
] as const;

export type CreditRole = (typeof creditRoles)[number];

/** In capitals or not, with whatever dash, and as the end of a role's address. */
export const creditRole = text.transform((typed, context): CreditRole => {
  const role = creditRoles.find((each) => lettersOf(each) === lettersOf(typed));
  if (role !== undefined) return role;
  const message = `expected one of the ${creditRoles.length} roles at https://credit.niso.org/`;
  const nearest = nearestMatch(typed, creditRoles);
  context.addIssue({ code: 'custom', message, params: { nearest } });
  return z.NEVER;
});

export function creditAddress(role: CreditRole): string {
  const name = role.toLowerCase().replace(/[^a-z]+/g, '-');
  return `https://credit.niso.org/contributor-roles/${name}/`;
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/ and |[^a-z]/g, '');
}
