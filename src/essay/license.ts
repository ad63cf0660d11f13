/** The licence of an essay by its id in the list of SPDX (https://spdx.org/licenses/), which has Creative Commons' own. */
import licenses from 'spdx-license-list';
import { z } from 'zod';
import { nearestMatch } from '../problems/nearest-match.ts';
import { text } from './field-kinds.ts';

export interface License {
  /** `CC-BY-4.0`. */
  readonly id: string;
  /** In English. */
  readonly name: string;
  readonly url: string;
}

const ids = Object.keys(licenses);

/** The id of the licence that has its text or summary at `address`; `undefined` for one that is not known. */
export function licenseAt(address: string): string | undefined {
  const bare = (url: string) =>
    url
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/(?:legalcode|deed)?(?:\.\w+)?\/?$/, '');
  return ids.find((id) => bare(licenses[id]?.url ?? '') === bare(address));
}

/** `CC BY 4.0` is read as `CC-BY-4.0`. Without its version, nobody can tell what is allowed. */
export const license = text.transform((typed, context): License => {
  const wanted = typed.replace(/\s+/g, '-').toLowerCase();
  const id = ids.find((each) => each.toLowerCase() === wanted);
  const known = id === undefined ? undefined : licenses[id];
  if (id !== undefined && known !== undefined) {
    // The summary that Creative Commons names as the address of a licence, not its legal text.
    return { id, name: known.name, url: known.url.replace(/\/legalcode$/, '/') };
  }
  const message = 'expected a licence by its SPDX id with its version, such as CC-BY-4.0';
  const isVersion = (each: string) => /^-[\d.]+$/.test(each.toLowerCase().replace(wanted, ''));
  const current = ids.filter(isVersion).toSorted().at(-1);
  const nearest = current ?? nearestMatch(typed, ids);
  context.addIssue({ code: 'custom', message, params: { nearest } });
  return z.NEVER;
});
