import { defineConfig } from 'vitest/config';

/** Sites that are built before: the first time a minute, with others at work more. */
const globalSetup = ['tests/support/ensure-sites.ts'];

export default defineConfig({
  test: {
    // rehype-citation brings node-fetch, which asks for Node's old punycode.
    execArgv: ['--disable-warning=DEP0040'],
    projects: [
      // Quick, but on a busy machine nothing is.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      // Built sites, and builds that need a process of their own.
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // One built site on every way of serving it.
      {
        test: {
          name: 'hosts',
          include: ['tests/hosts/**/*.test.ts'],
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
