import type { IncomingMessage } from 'node:http';

/** Whether a browser asks for a page to show, and not for something that a page needs. */
export function asksForPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.accept?.includes('text/html') === true;
}
