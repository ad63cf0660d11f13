/**
 * What a build and its pages tell each other. Pages are bundled, but run in the process that made the bundle, so
 * both find it at the same place.
 */

import type { Essay } from './essay.ts';
import type { EssayRecord } from './essay-record.ts';

export interface RecordedEssay {
  readonly essay: Essay;
  readonly record: EssayRecord;
}

/** What a build spends its time with, one essay after the other. */
export type BuildStep = 'text' | 'page' | 'edition';

export interface ThisBuild {
  /** Files of the essays whose pages are made, below the folder of essays; all of them when nobody says. */
  readonly files?: readonly string[];
  /** Essays whose pages are made elsewhere: by the build before, or by another part of this one. */
  readonly others: readonly Essay[];
  /** Those of `others` whose record is known; nothing when only the pages of essays are wanted, and no lists of them. */
  readonly recorded: readonly RecordedEssay[] | undefined;
  /** Essays whose pages were made, by slug. */
  readonly made: Map<string, RecordedEssay>;
  /** Is told of every essay that a step is done with. */
  readonly report: (step: BuildStep) => void;
}

declare global {
  var researchEssaysBuild: ThisBuild | undefined;
}

export function thisBuild(): ThisBuild {
  globalThis.researchEssaysBuild ??= newBuild({});
  return globalThis.researchEssaysBuild;
}

/** Says what the pages that come next are made of. */
export function beginBuild(build: Partial<ThisBuild>): ThisBuild {
  globalThis.researchEssaysBuild = newBuild(build);
  return globalThis.researchEssaysBuild;
}

function newBuild(build: Partial<ThisBuild>): ThisBuild {
  return { others: [], recorded: [], made: new Map(), report: () => {}, ...build };
}
