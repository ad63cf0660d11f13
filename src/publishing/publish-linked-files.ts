/**
 * Publishes, beside the page of an essay that is a folder, the files of that folder that its text links to; in
 * development, answers with them.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesNamedBy, type Project } from '../project.ts';
import type { Session } from '../session.ts';
import { sendFile } from './send-file.ts';

export function publishLinkedFiles(session: Session): AstroIntegration {
  return {
    name: 'publish-linked-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const project = await session.project();
        for (const { file, path } of linkedFiles(project, project.essays)) {
          const target = join(fileURLToPath(dir), path);
          // What is in `public/` at the same address is there on purpose.
          if (existsSync(target)) continue;
          await mkdir(dirname(target), { recursive: true });
          await copyFile(join(project.root, file), target);
        }
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          session
            .project()
            .then((project) => {
              const asked = addressOf(request.url ?? '');
              const found = linkedFiles(project, [...project.essays, ...project.drafts]).find(
                ({ path }) => path === asked,
              );
              if (found === undefined) return next();
              return sendFile(join(project.root, found.file), response);
            })
            .catch(next);
        });
      },
    },
  };
}

interface LinkedFile {
  /** From the top of the project. */
  readonly file: string;
  /** Address from the top of the site. */
  readonly path: string;
}

function linkedFiles(project: Project, essays: Project['essays']): LinkedFile[] {
  return essays.flatMap((each) =>
    filesNamedBy(project, each).linked.flatMap(({ file }) => {
      const own = posix.relative(posix.dirname(each.name), file);
      return each.essay === undefined ? [] : [{ file, path: `${each.essay.path}${own}` }];
    }),
  );
}

function addressOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '').slice(1));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
