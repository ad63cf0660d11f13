import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { essayNamed } from './project.ts';
import type { Session } from './session.ts';

/** Gives Astro the text of an essay as it was read and checked, without its front matter, which is read, too. */
export function essayTexts(session: Session): Plugin {
  return {
    name: 'essay-texts',
    load: {
      filter: { id: /\.mdx$/ },
      async handler(id) {
        const name = relative(session.root, id).replaceAll('\\', '/');
        return essayNamed(await session.project(), name)?.body;
      },
    },
  };
}
