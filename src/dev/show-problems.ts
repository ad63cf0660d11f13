/**
 * Checks the content whenever it changes while the site is written. What is wrong is said in the terminal, and shown
 * over every page that it is wrong with, until it is mended; pages that can be made are made anew.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { textOf } from '../project.ts';
import type { Session } from '../session.ts';
import { answerPages } from './answer-pages.ts';
import { contentName } from './content-name.ts';
import { blockingProblems, describeChange, problemsOn, toDevProblems } from './dev-problems.ts';
import { essayCollection } from './essay-collection.ts';
import { followContent } from './follow-content.ts';
import { type DuePage, openPages } from './open-pages.ts';
import { overlayFor } from './problem-overlay.ts';
import { renewPages } from './renew-pages.ts';

/** The script of every page. */
const greeter = new URL('./greet-server.ts', import.meta.url);

export function showProblems(session: Session): AstroIntegration {
  return {
    name: 'show-problems',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectScript }) => {
        if (command !== 'dev') return;
        injectScript('page', `import ${JSON.stringify(fileURLToPath(greeter))};`);
        updateConfig({
          vite: {
            plugins: [leaveContent(session)],
            // What Astro writes there after an edit is none.
            server: { watch: { ignored: ['**/.astro/**'] } },
          },
        });
      },
      'astro:server:setup': (setup) => follow(session, setup),
    },
  };
}

/** Content has other pages to it than those that import it, and none while it is faulty: Vite leaves it to us. */
function leaveContent(session: Session): Plugin {
  return {
    name: 'leave-content',
    hotUpdate: {
      order: 'pre',
      handler: ({ file }) => (contentName(session, file) === undefined ? undefined : []),
    },
  };
}

function follow(session: Session, setup: HookParameters<'astro:server:setup'>): void {
  const { server } = setup;
  const { root } = session;
  const { severities } = session.settings;
  let problems = toDevProblems([], severities, () => undefined);
  // Another one after each start: a page may outlive the server that made it.
  let version = Date.now();
  const touched = new Set<string>();
  const collection = essayCollection(setup);

  const dueAt = (path: string): DuePage => {
    const shown = problemsOn(problems, path);
    return {
      version: String(version),
      overlay: shown.length === 0 ? undefined : overlayFor(shown, problems.sourceText, root),
      isBlocked: blockingProblems(problems, path).length > 0,
    };
  };
  const pages = openPages(server, dueAt);

  const content = followContent(session, async (project, found) => {
    const last = problems;
    problems = toDevProblems(found, severities, (name) => textOf(project, name));
    const change = describeChange(last, problems);
    if (change !== undefined) console.error(`\n${change}\n`);
    // A faulty draft is in the way of its own page only.
    if (blockingProblems(problems, '/').length === 0) {
      if (await renewPages(session, project, { server, collection, touched })) version += 1;
      touched.clear();
    }
    pages.update();
  });

  server.watcher.on('all', (_event, path) => {
    const name = contentName(session, path);
    if (name === undefined) return;
    touched.add(name);
    content.note();
  });
  const { settled } = content;
  server.middlewares.use(answerPages({ settled, dueAt, script: `/@fs${greeter.pathname}` }));
}
