/** What is wrong with a source in only one way, so that it can be put right without asking: its addresses. */

import type { Place, Problem } from '../problems/problem.ts';
import { checkSource } from './check-sources.ts';
import type { CslItem, RawSource } from './source.ts';

export interface Fix {
  /** The field by its name in the file. */
  readonly field: string;
  readonly place: Place;
  readonly from: string;
  readonly to: string;
}

/** The item with its addresses put right, how that was done, and the problems that are left. */
export function fixSource(source: RawSource): {
  item: CslItem;
  fixes: readonly Fix[];
  problems: readonly Problem[];
} {
  const checked = checkSource(source).map((problem) => ({
    problem,
    fix: fixFor(problem, source),
  }));
  const fixes = checked.flatMap(({ fix }) => fix ?? []);
  return {
    item: fixes.reduce(mendItem, source.item),
    fixes,
    problems: checked.flatMap(({ problem, fix }) => (fix === undefined ? problem : [])),
  };
}

const rules: Partial<Record<Problem['rule'], readonly string[]>> = {
  'source-doi-is-well-formed': ['doi', 'DOI'],
  'source-url-is-well-formed': ['url', 'URL', 'archiveurl'],
};

function fixFor({ rule, nearest, message }: Problem, { raw }: RawSource): Fix | undefined {
  const field = rules[rule]?.find((name) => message.includes(`“${raw.fields.get(name)}”`));
  const from = field === undefined ? undefined : raw.fields.get(field);
  if (field === undefined || from === undefined || nearest === undefined) return undefined;
  const isAddress = rule === 'source-url-is-well-formed';
  // Of other words around a DOI, nobody knows what they mean.
  const isBare = from.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)/i, '') === nearest;
  if (!isAddress && !isBare) return undefined;
  return { field, place: raw.placeOf(field), from, to: nearest };
}

function mendItem(item: CslItem, { field, to }: Fix): CslItem {
  if (field === 'archiveurl') return { ...item, custom: { ...item.custom, archiveurl: to } };
  return { ...item, [field.toUpperCase()]: to };
}
