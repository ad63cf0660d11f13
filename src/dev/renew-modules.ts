/** Modules that pages are made of, in every environment of the server but the browser's. */
import type {
  DevEnvironment,
  EnvironmentModuleNode,
  RunnableDevEnvironment,
  ViteDevServer,
} from 'vite';

/** Has what is stale loaded again, and whatever imports it, when it is asked for next. True when there was any. */
export function renewModules(
  { environments }: ViteDevServer,
  isStale: (module: EnvironmentModuleNode) => boolean,
): boolean {
  const now = Date.now();
  const renewed = Object.values(environments).map((environment) => {
    if (environment.name === 'client') return 0;
    const { moduleGraph } = environment;
    const seen = new Set<EnvironmentModuleNode>();
    for (const module of [...moduleGraph.idToModuleMap.values()].filter(isStale)) {
      // Not as a hot update, after which Vite would keep what an earlier request is still loading.
      moduleGraph.invalidateModule(module, seen, now, false);
    }
    if (hasRunner(environment)) forgetEvaluated(environment, seen);
    return seen.size;
  });
  return renewed.some((count) => count > 0);
}

/** What was loaded and run already is kept apart. */
function forgetEvaluated(
  { runner: { evaluatedModules } }: RunnableDevEnvironment,
  modules: ReadonlySet<EnvironmentModuleNode>,
): void {
  for (const { id } of modules) {
    const evaluated = id === null ? undefined : evaluatedModules.getModuleById(id);
    if (evaluated !== undefined) evaluatedModules.invalidateModule(evaluated);
  }
}

function hasRunner(environment: DevEnvironment): environment is RunnableDevEnvironment {
  return 'runner' in environment;
}
