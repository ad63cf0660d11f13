import type { HotPayload, Plugin } from 'vite';
import { asksForPage } from './page-request.ts';

/** How long a page may take to come back after an error, in milliseconds. */
const patience = 5000;

/** How long a page may be on its way, in milliseconds. */
const longestWay = 60_000;

/**
 * Keeps an open page in step with the server where Astro and Vite leave a race:
 *
 * - A page hears of nothing between its request and its connection, and an edit may fall there: Astro asks for two
 *   reloads after some, half a second apart. So a page that connects is reloaded if a reload came after its request.
 * - Astro sends an error once, 200 ms after its answer. On a busy machine that still reaches the page that is
 *   being left, and the new one stays blank. So a page that connects soon after an error is sent it again.
 * - Astro asks for a reload while it starts, and Vite keeps that for the first page that connects, which is
 *   newer. So nothing is reloaded before the first page.
 */
export function steadyPages(): Plugin {
  return {
    name: 'steady-pages',
    configureServer({ environments, middlewares, ws }) {
      const { hot } = environments.client;
      const send = hot.send.bind(hot);
      let failure: { payload: HotPayload; time: number } | undefined;
      let wasVisited = false;
      let reloaded = 0;
      /** When pages were asked for that have not connected yet, the first first. */
      let onTheirWay: number[] = [];
      middlewares.use((request, _response, next) => {
        const now = performance.now();
        onTheirWay = onTheirWay.filter((asked) => asked > now - longestWay);
        if (asksForPage(request)) onTheirWay.push(now);
        next();
      });
      hot.send = (first: HotPayload | string, data?: unknown) => {
        if (typeof first === 'string') return send(first, data);
        const isReload = first.type === 'full-reload';
        if (isReload) reloaded = performance.now();
        if (isReload && !wasVisited) return undefined;
        if (first.type === 'error') failure = { payload: first, time: Date.now() };
        if (isReload || first.type === 'update') failure = undefined;
        return send(first);
      };
      ws.on('vite:client:connect', (_data, client) => {
        wasVisited = true;
        // Which of them this is nobody says. The worst guess costs a reload.
        const asked = onTheirWay.shift();
        if (asked !== undefined && asked < reloaded) client.send({ type: 'full-reload' });
        if (failure && Date.now() - failure.time < patience) client.send(failure.payload);
      });
    },
  };
}
