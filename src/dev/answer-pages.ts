import type { IncomingMessage } from 'node:http';
import type { Connect } from 'vite';
import type { DuePage } from './open-pages.ts';
import { versionName } from './page-greeting.ts';
import { overlayPage } from './problem-overlay.ts';

interface AnswerOptions {
  readonly settled: () => Promise<void>;
  readonly dueAt: (path: string) => DuePage;
  /** Address of the script that every page has. */
  readonly script: string;
}

/**
 * Lets nothing be answered before the last change of the content has been looked at. A page is given its version; in
 * the place of one that cannot be made, the answer is what is wrong.
 */
export function answerPages({ settled, dueAt, script }: AnswerOptions): Connect.NextHandleFunction {
  return (request, response, next) => {
    settled()
      .then(() => {
        if (!asksForPage(request)) return next();
        const { version, overlay, isBlocked } = dueAt(request.url ?? '/');
        if (overlay === undefined || !isBlocked) {
          response.setHeader('Server-Timing', `${versionName};desc="${version}"`);
          return next();
        }
        response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(overlayPage(overlay, script));
      })
      .catch(next);
  };
}

/** Whether a browser asks for a page to show, and not for something that a page needs. */
function asksForPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}
