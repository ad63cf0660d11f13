import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // rehype-citation brings node-fetch, which asks for Node's old punycode.
    execArgv: ['--disable-warning=DEP0040'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Modules keep nothing that a test could change, and most of the time went into loading them for each file.
          isolate: false,
          // Quick, but on a busy machine nothing is.
          testTimeout: 60_000,
        },
      },
      // Real builds of real sites: a few seconds each, two at a time.
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // One built site on every way of serving it.
      {
        test: {
          name: 'hosts',
          include: ['tests/hosts/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
