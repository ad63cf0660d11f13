/**
 * `npm run permalinks`: records every page and anchor that is new, and makes what is gone lead to what took its
 * place: to the likely successor, or as told by `-- '2019/09/essay/#fn-old=fn-new'` or `-- old/address/=new/address/`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inBuildFolder } from '../building/in-build-folder.ts';
import { makePages } from '../building/make-pages.ts';
import { planAfresh } from '../building/plan-build.ts';
import { readContent } from '../checking/check-content.ts';
import { library } from '../library.ts';
import { countNew } from '../permalinks/check-permalinks.ts';
import { type LostPermalink, lostPermalinks } from '../permalinks/lost-permalinks.ts';
import { type Permalinks, permalinksFile, writePermalinks } from '../permalinks/permalinks.ts';
import { publishedAnchors } from '../permalinks/published-anchors.ts';
import { readRegister } from '../permalinks/read-register.ts';
import { updatePermalinks } from '../permalinks/update-permalinks.ts';
import { printProblems } from '../problems/print-problems.ts';
import { readArguments } from './read-options.ts';

const root = process.cwd();
const options = { strict: false, format: 'text', mostWarnings: 5 } as const;
process.exitCode = (await inBuildFolder(root, recordPermalinks)) ? 0 : 1;

async function recordPermalinks(folder: string): Promise<boolean> {
  const register = await readRegister(root);
  if ('problem' in register) return printProblems([register.problem], () => undefined, options);
  const content = await readContent(root, library);
  const built = await makePages(root, folder, content, await planAfresh(root, content), options);
  if (built === undefined) return false;
  const { bibliography } = await library.load();
  const essays = built.made.map(({ essay: { path }, record: { notes } }) => ({ path, notes }));
  const published = publishedAnchors(built.pages, essays, bibliography);
  const redirects = readRedirects();
  const unfit = unfitRedirects(
    redirects,
    lostPermalinks(register.permalinks, published),
    published,
  );
  for (const sentence of unfit) console.error(sentence);
  if (unfit.length > 0) return false;
  const fresh = countNew(register.permalinks, published);
  const { permalinks, retired } = updatePermalinks(register.permalinks, published, redirects);
  await writeFile(join(root, permalinksFile), writePermalinks(permalinks));
  console.log(`${permalinksFile} has ${fresh} new ${fresh === 1 ? 'entry' : 'entries'}.`);
  for (const [old, now] of retired) console.log(`${old} now leads to ${now}.`);
  const names = new Set(retired.map(([old]) => old));
  const left = lostPermalinks(register.permalinks, published)
    .map(({ page, anchor }) => (anchor === undefined ? page : `${page}#${anchor}`))
    .filter((name) => !names.has(name));
  for (const name of left) {
    console.error(
      `${name} is gone, and nothing like it is new: npm run permalinks -- '${name}=…' says where it leads.`,
    );
  }
  return left.length === 0;
}

/** Sentences on redirects about what is not gone, or to where nothing is. */
function unfitRedirects(
  redirects: ReadonlyMap<string, string>,
  lost: readonly LostPermalink[],
  published: Permalinks,
): string[] {
  return [...redirects].flatMap(([old, now]) => {
    const [page = '', anchor] = old.split('#');
    if (!lost.some((each) => each.page === page && each.anchor === anchor)) {
      return [`${old} is not gone, or was never recorded.`];
    }
    const isThere =
      anchor === undefined ? now in published.pages : now in (published.pages[page]?.anchors ?? {});
    return isThere ? [] : [`${old} cannot lead to ${now}, where nothing is.`];
  });
}

function readRedirects(): Map<string, string> {
  return new Map(
    readArguments({}).positionals.map((redirect): [string, string] => {
      const [old = '', now = ''] = redirect.split('=');
      return [old, now.replace(/^#/, '')];
    }),
  );
}
