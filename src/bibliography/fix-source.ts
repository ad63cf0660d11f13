/** What is wrong with a source in only one way, so that it can be put right without asking: its addresses. */

import type { Place, Problem } from '../problems/problem.ts';
import { checkSource } from './check-sources.ts';
import type { CslItem, RawSource } from './source.ts';
import { bareDoi, withoutTex } from './source-address.ts';

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
  const fixes = [...checked.flatMap(({ fix }) => fix ?? []), ...texFixes(source)].filter(
    ({ field }, index, all) => all.findIndex((each) => each.field === field) === index,
  );
  return {
    item: fixes.reduce(mendItem, source.item),
    fixes,
    problems: checked.flatMap(({ problem, fix }) => (fix === undefined ? problem : [])),
  };
}

const rules: Partial<Record<Problem['rule'], readonly string[]>> = {
  'source-doi-is-bare': ['doi', 'DOI'],
  'source-url-is-well-formed': ['url', 'URL', 'archiveurl'],
};

function fixFor({ rule, nearest, message }: Problem, { raw }: RawSource): Fix | undefined {
  const field = rules[rule]?.find((name) => message.includes(`“${raw.fields.get(name)}”`));
  const from = field === undefined ? undefined : raw.fields.get(field);
  if (field === undefined || from === undefined || nearest === undefined) return undefined;
  return { field, place: raw.placeOf(field), from, to: nearest };
}

/** What TeX needs in an address is no fault; a new entry does without. */
function texFixes({ raw }: RawSource): Fix[] {
  return ['url', 'archiveurl', 'doi'].flatMap((field) => {
    const from = raw.fields.get(field);
    if (from === undefined || !from.includes('\\')) return [];
    const to = field === 'doi' ? bareDoi(from) : withoutTex(from);
    return to.includes('\\') ? [] : [{ field, place: raw.placeOf(field), from, to }];
  });
}

function mendItem(item: CslItem, { field, to }: Fix): CslItem {
  if (field === 'archiveurl') return { ...item, custom: { ...item.custom, archiveurl: to } };
  return { ...item, [field.toUpperCase()]: to };
}
