import type { Plugin } from 'vite';

/**
 * A build reads the content by a server of Vite’s, which bundles for itself what the toolbar of `astro dev` needs,
 * although nobody sees it there: a quarter of a second of every first build of a site.
 */
export function skipToolbar(): Plugin {
  return {
    name: 'skip-toolbar',
    // Behind the plugins of Astro, which name what it needs.
    enforce: 'post',
    configEnvironment(_name, { optimizeDeps }, { mode }) {
      if (mode !== 'development' && optimizeDeps !== undefined) optimizeDeps.include = [];
    },
  };
}
