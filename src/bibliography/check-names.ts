/** Organizations whose names BibTeX parts at their “and”, since nothing holds them together. */
import type { Problem } from '../problems/problem.ts';
import type { RawSource } from './source.ts';

export function checkNames({ key, file, raw }: RawSource): Problem[] {
  if (raw.format !== 'BibTeX') return [];
  return ['author', 'editor', 'translator'].flatMap((field): Problem[] => {
    const names = raw.fields.get(field);
    const parted = names && partedName(names);
    if (!parted) return [];
    const message = `“${parted.join(' and ')}”, the ${field} of “${key}”, is read as two names, “${parted.join('” and “')}”.`;
    const advice = `Write \`{${parted.join(' and ')}}\` within the braces of the field if it is one.`;
    const about = { file, place: raw.placeOf(field), length: names.length };
    return [{ rule: 'organization-is-braced', ...about, message, advice }];
  });
}

/** “Ministry of Trade” and “Industry”: a single word behind what no person is called. */
function partedName(names: string): [string, string] | undefined {
  const parts = names.replace(/\{[^{}]*\}/g, '{}').split(/\s+and\s+/i);
  for (const [index, second] of parts.entries()) {
    const first = parts[index - 1];
    if (first === undefined || !/^[^\s,{}]+$/.test(second) || second === 'others') continue;
    if (/\s(?:of|for|&)\s/i.test(first) || business.test(second)) return [first, second];
  }
  return undefined;
}

const business = /^(?:Associates|Bro(?:ther)?s\.?|Co\.?|Company|Daughters?|Partners|Sons?)$/;
