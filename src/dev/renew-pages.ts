import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EnvironmentModuleNode, ViteDevServer } from 'vite';
import { essayNamed, keysCitedBy, type Project } from '../project.ts';
import type { Session } from '../session.ts';
import { entriesOf, virtualIds, withDrafts } from '../virtual-project.ts';
import type { EssayCollection } from './essay-collection.ts';
import { type Renewal, renewModules } from './renew-modules.ts';

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
  const isAnyOther = !isDeepStrictEqual(entries, entriesOf(withDrafts(last)));
  if (isAnyOther) await collection.replace(entries);
  session.use(project);
  const changed = changedEssays(last, project);
  const isOther = changesAll(last, project) || changed.size > 0;
  const isDataOther = isOther && (isAnyOther || citesOther(last, project, changed));
  const others = [...touched].filter((name) => !name.endsWith('.mdx'));
  const stale = new Set(
    [...changed, ...others].map((name) => join(session.root, name).replaceAll('\\', '/')),
  );
  const renewalOf = (module: EnvironmentModuleNode): Renewal => {
    // Where the data is the same, what was made of texts is not, and those who import it keep that.
    if (isVirtual(module)) return isDataOther ? 'load' : isOther ? 'run' : undefined;
    return module.file !== null && stale.has(module.file) ? 'load' : undefined;
  };
  const isRenewed = renewModules(server, renewalOf);
  return isOther || isRenewed;
}

function isVirtual({ id }: EnvironmentModuleNode): boolean {
  return id !== null && virtualIds.test(id);
}

/** Whether any of the essays `changed` cites other sources than before, be it in their order. */
export function citesOther(last: Project, project: Project, changed: ReadonlySet<string>): boolean {
  if (changesAll(last, project)) return true;
  return [...changed].some((name) => {
    const [before, after] = [last, project].map((each) => {
      const essay = essayNamed(each, name);
      return essay && [...keysCitedBy(each, [essay])].join();
    });
    return before !== after;
  });
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
