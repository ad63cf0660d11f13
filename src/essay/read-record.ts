import { type EssayRecord, essayRecord } from './essay-record.ts';

/** The essay's record, from the front matter that Astro hands on with a rendered essay. */
export function readRecord(frontMatter: Record<string, unknown>): EssayRecord {
  return essayRecord.parse(frontMatter['record']);
}
