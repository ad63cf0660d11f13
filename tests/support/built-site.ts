/** A site of a fixture as it was built before the tests. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { siteRoot } from './fixture-sites.ts';

const outcome = z.object({
  ok: z.boolean(),
  /** Everything printed, both streams. */
  output: z.string(),
  /** What was published then, from the top of the site. */
  files: z.array(z.string()),
});

const siteOutcome = outcome.extend({
  /** The build before this one, when the site was built twice. */
  first: outcome.optional(),
  /** Of all that the site was made from. */
  fingerprint: z.string(),
  /** The one that the same process had built before. */
  after: z.string().optional(),
  milliseconds: z.number(),
  processorMilliseconds: z.number(),
});

export type Outcome = z.infer<typeof outcome>;
export type SiteOutcome = z.infer<typeof siteOutcome>;

export interface BuiltSite extends SiteOutcome {
  /** Absolute path of the project. */
  readonly root: string;
  /** Absolute path of what was published. */
  readonly dist: string;
}

/** Of the fixture of this name. */
export async function readSite(name: string): Promise<BuiltSite> {
  const root = siteRoot(name);
  return { ...(await readOutcome(name)), root, dist: join(root, 'dist') };
}

/** The same for a site without which there is nothing to test. */
export async function readGoodSite(name: string): Promise<BuiltSite> {
  const site = await readSite(name);
  if (!site.ok) throw new Error(`The site ${name} was not built:\n${site.output}`);
  return site;
}

export async function readOutcome(name: string): Promise<SiteOutcome> {
  return siteOutcome.parse(JSON.parse(await readFile(`${siteRoot(name)}.json`, 'utf8')));
}
