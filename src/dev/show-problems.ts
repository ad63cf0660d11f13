/**
 * Checks the content whenever it changes, and says what is wrong in the terminal and over every open page, until
 * it is mended.
 *
 * An error holds back whatever Astro would do about it, since that would be a second report in other words: no
 * page is loaded anew while one stands in its way, and whoever asks for it gets the report instead.
 */
import { join, sep } from 'node:path';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import type { CheckedSite } from '../checking/check-site.ts';
import { blockingProblems, type DevProblems, toDevProblems } from './dev-problems.ts';
import { followContent } from './follow-content.ts';
import { asksForPage } from './page-request.ts';
import { overlayFor, overlayPage } from './problem-overlay.ts';

/** `first` is how the project at `root` was found. */
export function showProblems(root: string, first: CheckedSite): Plugin {
  let problems = toDevProblems(first);
  let pages: OpenPages | undefined;
  const content = followContent(root, first, (checked) => {
    const last = problems;
    problems = toDevProblems(checked);
    if (problems.report === last.report) return;
    console.error(problems.report === '' ? '\nEverything is mended.\n' : `\n${problems.report}\n`);
    pages?.show(last);
  });
  if (problems.report !== '') console.error(`${problems.report}\n`);
  return {
    name: 'show-problems',
    configureServer(server) {
      server.watcher.on('all', content.note);
      pages = openPages(server, content.settled, () => problems, root);
      server.middlewares.use((request, response, next) => {
        if (!asksForPage(request)) return next();
        content
          .settled()
          .then(() => {
            const errors = blockingProblems(problems, request.url ?? '');
            if (errors.length === 0) return next();
            response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
            response.end(overlayPage(overlayFor(errors, problems.sourceText, root)));
          })
          .catch(next);
      });
    },
  };
}

interface OpenPages {
  /** The problems are others than they were. */
  show(last: DevProblems): void;
}

function openPages(
  { environments, ws, watcher }: ViteDevServer,
  settled: () => Promise<void>,
  now: () => DevProblems,
  root: string,
): OpenPages {
  const { hot } = environments.client;
  const send = hot.send.bind(hot);
  /** Whether pages were told of a draft: they stay as they are then, and where they are, until the next edit. */
  let isToldOfDraft = false;
  const generated = join(root, '.astro') + sep;
  watcher.on('all', (_event, path) => {
    // What Astro writes after an edit is none.
    if (!path.startsWith(generated)) isToldOfDraft = false;
  });
  const overlay = ({ own, drafts, sourceText } = now()) =>
    overlayFor([...own, ...drafts], sourceText, root);
  const reload = async (payload: HotPayload) => {
    await settled();
    if (blockingProblems(now(), '/').length === 0 && !isToldOfDraft) send(payload);
  };
  hot.send = (payload: HotPayload | string, data?: unknown) => {
    if (typeof payload === 'string') return send(payload, data);
    if (payload.type === 'full-reload') void reload(payload);
    else if (payload.type === 'error') void settled().then(() => hasErrors(now()) || send(payload));
    else send(payload);
    return undefined;
  };
  ws.on('vite:client:connect', (_data, client) => {
    if (now().own.length > 0) client.send(overlay());
  });
  return {
    show(last) {
      if (!hasErrors(now()) && !hasErrors(last)) return;
      const isUnblocked =
        blockingProblems(last, '/').length > 0 && blockingProblems(now(), '/').length === 0;
      isToldOfDraft = hasErrors(now()) && !isUnblocked && now().drafts.length > 0;
      send(hasErrors(now()) && !isUnblocked ? overlay() : { type: 'full-reload' });
    },
  };
}

function hasErrors({ own, drafts }: DevProblems): boolean {
  return own.length + drafts.length > 0;
}
