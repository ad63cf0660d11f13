import { defineConfig } from 'vitest/config';

/** Sites that are built before: the first time a minute and a half, with others at work two. */
const globalSetup = ['tests/support/ensure-sites.ts'];

/** Of every project. */
const shared = {
  // Modules keep nothing that a test could change, and most of the time went into loading them for each file.
  isolate: false,
  restoreMocks: true,
  // The same for all, or `npm run test:coverage` cannot run them together.
  maxWorkers: '100%',
  // Much longer than any takes on a machine that has nothing else to do.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    coverage: {
      include: ['src/**/*.ts'],
      reportsDirectory: 'test-results/coverage',
      reporter: ['text-summary', 'json'],
      // Of the unit tests alone: builds run in processes of their own, and what needs Pandoc with the commands.
      thresholds: {
        ...{ statements: 73, branches: 69, functions: 71, lines: 74 },
        // Rooms of values in, values out, which need no build to be tested.
        'src/citations/**': { lines: 96 },
        'src/bibliography/**': { lines: 95 },
        'src/essay/**': { lines: 87 },
        'src/formatting/**': { lines: 88 },
        'src/markdown/**': { lines: 93 },
        'src/permalinks/**': { lines: 96 },
        'src/project.ts': { lines: 95 },
      },
    },
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      // What needs no built site: commands, and builds that are disturbed, mostly in processes of their own.
      { test: { ...shared, name: 'commands', include: ['tests/commands/**/*.test.ts'] } },
      // Built sites, and builds that are compared with them.
      { test: { ...shared, globalSetup, name: 'build', include: ['tests/build/**/*.test.ts'] } },
      // One built site on every way of serving it.
      { test: { ...shared, globalSetup, name: 'hosts', include: ['tests/hosts/**/*.test.ts'] } },
    ],
  },
});
