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
  const isOtherForAll = changesAll(last, project);
  const changed = changedEssays(last, project);
  const isOther = isOtherForAll || changed.size > 0;
  const isStale = ({ id, file }: EnvironmentModuleNode) => {
    if (isOther && id !== null && virtualIds.test(id)) return true;
    const name = file === null ? undefined : contentName(session, file);
    if (name === undefined) return false;
    return name.endsWith('.mdx') ? changed.has(name) : touched.has(name);
  };
  const isRenewed = renewModules(server, isStale);
  return isOther || isRenewed;
}

/** The sources, and the register: paragraphs have their numbers from it, and pages that were withdrawn their address. */
function changesAll(last: Project, project: Project): boolean {
  return project.library !== last.library || project.register !== last.register;
}

/** Names of essays that came, went or read otherwise: of all of them, when what all depend on has changed. */
export function changedEssays(last: Project, project: Project): Set<string> {
  const [before, after] = [last, project].map(
    (each) => new Map(withDrafts(each).map(({ name, text }) => [name, text])),
  );
  const names = [...(before?.keys() ?? []), ...(after?.keys() ?? [])];
  const isOtherForAll = changesAll(last, project);
  return new Set(names.filter((name) => isOtherForAll || before?.get(name) !== after?.get(name)));
}
