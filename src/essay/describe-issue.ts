/** What the schema of front matter finds, as problems: each where the author typed it. */
import { type Document, isCollection, isMap, isScalar } from 'yaml';
import { z } from 'zod';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Place, Problem } from '../problems/problem.ts';
import type { PlaceOfPath } from './field-places.ts';
import { fieldNames } from './front-matter.ts';

type Issue = z.core.$ZodIssue;

/** What an author may have meant, where the schema says it. */
const hint = z.object({ nearest: z.string().optional() });

export function describeIssue(
  issue: Issue,
  document: Document,
  file: string,
  at: PlaceOfPath,
): Problem[] {
  return withoutUnions(issue).flatMap((each) => describe(each, document, file, at));
}

export function invalid(file: string, place: Place, length: number, message: string): Problem {
  return { rule: 'front-matter-is-valid', file, place, length, message };
}

function describe(issue: Issue, document: Document, file: string, at: PlaceOfPath): Problem[] {
  const path = typedPath(document, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const message = `There is no field “${key}” here.`;
      const problem = invalid(file, at([...path, key]), key.length, message);
      return { ...problem, nearest: nearestMatch(key, fieldNames) };
    });
  }
  if (path.length === 0) {
    return [
      invalid(
        file,
        at([]),
        1,
        'Front matter is a list of fields, each a name, a colon and a value.',
      ),
    ];
  }
  const name = path.join('.');
  const place = at(path);
  if (!document.hasIn(path)) {
    return [invalid(file, place, 1, `The field “${name}” is missing.`)];
  }
  const node = document.getIn(path, true);
  const typed = isScalar(node) ? (node.source ?? String(node.value)) : String(node).trim();
  const [quoted = ''] = /^.{0,80}/.exec(typed) ?? [];
  const shown = quoted === typed ? typed : `${quoted}…`;
  const expected = issue.message.replace(/^Invalid input: /, '');
  const message = `The field “${name}” is “${shown}”; ${expected}.`;
  const nearest = issue.code === 'custom' ? hint.safeParse(issue.params).data?.nearest : undefined;
  return [{ ...invalid(file, place, quoted.length, message), nearest }];
}

/** Of a field that may be of several kinds: what is wrong with the kind that was typed, else that it is none of them. */
function withoutUnions(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const typed = issue.errors
    .map((issues) => issues.flatMap(withoutUnions))
    .find((issues) => !issues.some(isOfOtherKind));
  if (typed === undefined) return [issue];
  return typed.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isOfOtherKind({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_union');
}

/** What the schema has by a longer path than it was typed: a name alone, or one in the place of a list. */
function typedPath(document: Document, path: readonly PropertyKey[]): PropertyKey[] {
  const typed: PropertyKey[] = [];
  for (const segment of path) {
    const node = typed.length === 0 ? document.contents : document.getIn(typed, true);
    if (isMap(node) && typeof segment === 'number') continue;
    if (node !== null && node !== undefined && !isCollection(node)) break;
    typed.push(segment);
  }
  return typed;
}
