/**
 * What a build and its pages tell each other. Pages are bundled, but run in the process that made the bundle, so
 * both find it at the same place.
 */
import type { EssayRecord } from '../citations/essay-record.ts';
import type { Essay } from './essay.ts';

export interface RecordedEssay {
  readonly essay: Essay;
  readonly record: EssayRecord;
}

export interface ThisBuild {
  /** Files of the essays whose pages are made, below the folder of essays; all of them when nobody says. */
  files?: readonly string[];
  /** Essays whose pages are there already, as the build before made them. */
  kept: readonly RecordedEssay[];
  /** Essays whose pages were made, by slug. */
  readonly made: Map<string, RecordedEssay>;
  /** Whether only the pages of essays are wanted, and whatever else is made is thrown away. */
  isPart: boolean;
}

declare global {
  var researchEssaysBuild: ThisBuild | undefined;
}

export function thisBuild(): ThisBuild {
  globalThis.researchEssaysBuild ??= { kept: [], made: new Map(), isPart: false };
  return globalThis.researchEssaysBuild;
}
