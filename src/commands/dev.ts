/** `npm run dev`: serves the site while it is being written. */
import { dev } from 'astro';
import { runCheck } from './run-check.ts';
import { steadyPages } from './steady-pages.ts';

// Astro starts with faults in the text, and shows them; with faults in front matter it cannot start.
await runCheck(process.cwd(), { strict: false, format: 'text' });
await dev({ root: process.cwd(), vite: { plugins: [steadyPages()] } });
