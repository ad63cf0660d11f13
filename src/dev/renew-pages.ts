import { isDeepStrictEqual } from 'node:util';
import type { EnvironmentModuleNode, ViteDevServer } from 'vite';
import type { Project } from '../project.ts';
import type { Session } from '../session.ts';
import { entriesOf, virtualIds, withDrafts } from '../virtual-project.ts';
import { contentName } from './content-name.ts';
import type { EssayCollection } from './essay-collection.ts';
import { renewModules } from './renew-modules.ts';

interface RenewOptions {
  readonly server: ViteDevServer;
  readonly collection: EssayCollection;
  /** Files to which something happened, by name from the top of the project. */
  readonly touched: ReadonlySet<string>;
}

/** Has pages made of `project` from now on. True when any may be another than before. */
export async function renewPages(
  session: Session,
  project: Project,
  { server, collection, touched }: RenewOptions,
): Promise<boolean> {
  const last = await session.project();
  const entries = entriesOf(withDrafts(project));
  if (!isDeepStrictEqual(entries, entriesOf(withDrafts(last)))) await collection.replace(entries);
  session.use(project);
  const isOtherLibrary = project.library !== last.library;
  const texts = changedTexts(last, project);
  const isOtherText = isOtherLibrary || texts.size > 0;
  const isStale = ({ id, file }: EnvironmentModuleNode) => {
    if (isOtherText && id !== null && virtualIds.test(id)) return true;
    const name = file === null ? undefined : contentName(session, file);
    if (name === undefined) return false;
    return name.endsWith('.mdx') ? isOtherLibrary || texts.has(name) : touched.has(name);
  };
  const isRenewed = renewModules(server, isStale);
  return isOtherText || isRenewed;
}

/** Names of essays that came, went or read otherwise. */
function changedTexts(last: Project, project: Project): Set<string> {
  const [before, after] = [last, project].map(
    (each) => new Map(withDrafts(each).map(({ name, text }) => [name, text])),
  );
  const names = [...(before?.keys() ?? []), ...(after?.keys() ?? [])];
  return new Set(names.filter((name) => before?.get(name) !== after?.get(name)));
}
