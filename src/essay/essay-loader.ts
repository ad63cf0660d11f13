import type { Loader } from 'astro/loaders';
import type { Entry } from './essay.ts';

/** What the collection is loaded again with. */
export interface ReloadContext {
  readonly essays: readonly Entry[];
  /** Called when they are in the collection. */
  onLoad(): void;
}

/**
 * The collection that the pages are made from: `essays`, which are read and checked already. While the site is being
 * written, whoever follows the content has it loaded again with others.
 */
export function essayLoader(essays: readonly Entry[]): Loader {
  return {
    name: 'essay-loader',
    load: async ({ store, generateDigest, refreshContextData }) => {
      const reload = refreshContextData as Partial<ReloadContext> | undefined;
      const now = reload?.essays ?? essays;
      const ids = new Set(now.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, data, filePath, mayImport: deferredRender = false } of now) {
        const digest = generateDigest({ ...data, filePath, deferredRender });
        store.set({ id, data: { ...data }, digest, deferredRender, ...(filePath && { filePath }) });
      }
      reload?.onLoad?.();
    },
  };
}
