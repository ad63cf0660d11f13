/** Who made the essay, as JATS4R asks for it: https://jats4r.niso.org/authors-and-affiliations/ */
import { x } from 'xastscript';
import type { Contributor } from '../essay/contributor.ts';
import { contributorsOf } from '../essay/contributor.ts';
import { type CreditRole, creditAddress } from '../essay/credit-roles.ts';
import type { Essay } from '../essay/essay.ts';
import { orcidAddress } from '../essay/identifiers.ts';
import type { Organization } from '../essay/people.ts';

/** The contributors, and each organization once, which they refer to. */
export function jatsContributors(essay: Essay) {
  const contributors = contributorsOf(essay);
  if (contributors.length === 0) return [];
  const organizations = new Map<string, Organization>(
    contributors.flatMap(({ affiliation }) => affiliation.map((each) => [keyOf(each), each])),
  );
  const ids = new Map([...organizations.keys()].map((key, index) => [key, `aff-${index + 1}`]));
  return [
    x('contrib-group', [
      ...contributors.map((each) => contributor(each, ids)),
      ...[...organizations].map(([key, each]) =>
        x('aff', { id: ids.get(key) }, [institution(each)]),
      ),
    ]),
  ];
}

/** A funder, too. */
export function institution({ name, ror }: Organization) {
  return x('institution-wrap', [
    x('institution', name),
    ...(ror === undefined ? [] : [x('institution-id', { 'institution-id-type': 'ror' }, ror)]),
  ]);
}

function keyOf({ name, ror }: Organization): string {
  return ror ?? name;
}

function contributor(each: Contributor, ids: ReadonlyMap<string, string>) {
  const { part, orcid, email, roles, corresponding, affiliation } = each;
  return x('contrib', { 'contrib-type': part, ...(corresponding && { corresp: 'yes' }) }, [
    // The site has not asked ORCID whether it is theirs.
    ...(orcid === undefined
      ? []
      : [
          x(
            'contrib-id',
            { 'contrib-id-type': 'orcid', authenticated: 'false' },
            orcidAddress(orcid),
          ),
        ]),
    nameOf(each),
    ...roles.map(role),
    ...(email === undefined ? [] : [x('email', email)]),
    ...affiliation.map((one) => x('xref', { 'ref-type': 'aff', rid: ids.get(keyOf(one)) })),
  ]);
}

function nameOf({ text, kind, name: { family, given } }: Contributor) {
  if (kind === 'organization') return x('collab', text);
  if (family === undefined) return x('string-name', text);
  return x('name', [x('surname', family), x('given-names', given)]);
}

/** https://jats4r.niso.org/credit-taxonomy/ */
function role(term: CreditRole) {
  return x(
    'role',
    {
      vocab: 'credit',
      'vocab-identifier': 'https://credit.niso.org/',
      'vocab-term': term,
      'vocab-term-identifier': creditAddress(term),
    },
    term,
  );
}
