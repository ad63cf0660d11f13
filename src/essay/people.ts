/** Who made an essay, as front matter has it. The words are those of Quarto and MyST. */
import { z } from 'zod';
import { creditRole } from './credit-roles.ts';
import { text } from './field-kinds.ts';
import { orcid, ror } from './identifiers.ts';

const organizationObject = z.strictObject({
  name: text.describe('The name of the person or organization, as it is to be read.'),
  ror: ror.optional().describe('Its ROR ID, such as https://ror.org/01ggx4157.'),
});

/** A name, or a name with its ROR. A ROR alone would show readers no name. */
export const organization = z.union(
  [
    text
      .refine(
        (name) => !/^(?:https?:\/\/)?ror\.org\//i.test(name),
        'expected its name beside it, as in { name: …, ror: … }',
      )
      .transform((name): z.output<typeof organizationObject> => ({ name })),
    organizationObject,
  ],
  'expected a name, or { name: …, ror: … }',
);

const personObject = z
  .strictObject({
    name: text.describe('The name of the person or organization, as it is to be read.'),
    orcid: orcid.optional().describe('The ORCID iD of a person, such as 0000-0002-1825-0097.'),
    affiliation: z
      .union([organization.transform((each) => [each]), z.array(organization)], {
        error: 'expected a name, { name: …, ror: … }, or a list of these',
      })
      .default([])
      .describe('Where a person works: a name, `{ name: …, ror: … }`, or a list of these.'),
    email: z
      .email('expected an address such as anna@example.org')
      .optional()
      .describe('An e-mail address, which everybody sees.'),
    roles: z
      .array(creditRole, 'expected a list of roles')
      .default([])
      .describe('What a person did, in the roles of CRediT, such as Conceptualization.'),
    corresponding: z
      .boolean('expected true or false')
      .default(false)
      .describe('Whether letters about the essay go to this person.'),
  })
  .superRefine(({ corresponding, email }, context) => {
    if (corresponding && email === undefined)
      context.addIssue({ code: 'custom', path: ['email'], message: 'expected an address' });
  });

export type Person = z.output<typeof personObject>;
export type Organization = z.output<typeof organization>;

export const person = z.union(
  [
    text.transform((name): Person => ({ name, affiliation: [], roles: [], corresponding: false })),
    personObject,
  ],
  'expected a name, or a name with more about it: { name: …, orcid: … }',
);

/** Names of the fields. */
export const personFields = [
  ...Object.keys(personObject.shape),
  ...Object.keys(organizationObject.shape),
];
