/** The pages that browsers have open, and what each of them shows. */
import { isDeepStrictEqual } from 'node:util';
import type { ErrorPayload, ViteDevServer, WebSocketClient } from 'vite';
import { z } from 'zod';
import { type Greeting, greetingEvent } from './page-greeting.ts';

/** What a page has to show now. */
export interface DuePage {
  /** Of the content; what was made of another is loaded anew. */
  readonly version: string;
  readonly overlay: ErrorPayload | undefined;
  /** Whether the page cannot be made, so that it stays as it is below the overlay. */
  readonly isBlocked: boolean;
}

export interface OpenPages {
  /** Tells every page what it does not show yet. */
  update(): void;
}

interface OpenPage extends Greeting {
  overlay?: ErrorPayload;
}

const greeting = z.object({ path: z.string(), version: z.string().optional() });

/**
 * A page hears nothing between its request and its greeting, so what it missed it is told then. Each is told for
 * itself: a message to all would also reach the page that comes after the one it is meant for.
 */
export function openPages({ ws }: ViteDevServer, dueAt: (path: string) => DuePage): OpenPages {
  const pages = new Map<WebSocketClient, OpenPage>();

  function tell(client: WebSocketClient, page: OpenPage): void {
    const { version, overlay, isBlocked } = dueAt(page.path);
    const isOld = page.version !== version || (page.overlay && !overlay);
    if (isOld && !isBlocked) {
      client.send({ type: 'full-reload' });
    } else if (overlay !== undefined && !isDeepStrictEqual(overlay, page.overlay)) {
      page.overlay = overlay;
      client.send(overlay);
    }
  }

  ws.on('vite:client:connect', (_data, client) => {
    // One that never greets is a page of Astro's own, which says what is wrong with a template.
    pages.set(client, { path: '/', version: dueAt('/').version });
  });
  ws.on('vite:client:disconnect', (_data, client) => {
    pages.delete(client);
  });
  ws.on(greetingEvent, (data, client) => {
    const page = greeting.parse(data);
    pages.set(client, page);
    tell(client, page);
  });
  return {
    update() {
      for (const [client, page] of pages) tell(client, page);
    },
  };
}
