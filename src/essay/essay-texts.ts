import type { Plugin } from 'vite';
import { essaysFolder } from './essay-file.ts';
import { findEssays } from './find-essays.ts';

/**
 * Gives the pages the texts of essays, compiled, by the name of their file: `virtual:essay-texts`. Astro would keep
 * a list of them in a file that builds and the development server share, and each would spoil it for the other.
 */
export function essayTexts(): Plugin {
  const name = 'virtual:essay-texts';
  let root = '';
  let isServer = false;
  return {
    name: 'essay-texts',
    configResolved(config) {
      root = config.root;
      isServer = config.command === 'serve';
    },
    resolveId: {
      filter: { id: new RegExp(`^${name}$`) },
      handler: () => `\0${name}`,
    },
    load: {
      filter: { id: new RegExp(`^\0${name}$`) },
      async handler() {
        if (isServer)
          return "export const readText = (file) => import(/* @vite-ignore */ '/' + file);";
        const essays = await findEssays(root, false);
        const texts = essays.map(({ file }) => {
          const path = JSON.stringify(`${essaysFolder}/${file}`);
          return `${path}: () => import(${JSON.stringify(`/${essaysFolder}/${file}`)})`;
        });
        return `const texts = {${texts.join(',\n')}};\nexport const readText = (file) => texts[file]();`;
      },
    },
  };
}
