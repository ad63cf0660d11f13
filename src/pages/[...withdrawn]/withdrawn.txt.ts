import { withdrawn } from 'virtual:project';
import type { APIRoute } from 'astro';

export const getStaticPaths = () =>
  withdrawn.map((path) => ({ params: { withdrawn: path.slice(0, -1) } }));

/** By this file the servers know a page that is to be sent with the status 410 Gone (RFC 9110, 15.5.11). */
export const GET: APIRoute = () => new Response('Withdrawn.\n');
