import { defineConfig } from 'vitest/config';

/** Sites that are built before: the first time a minute and a half, with others at work two. */
const globalSetup = ['tests/support/ensure-sites.ts'];

export default defineConfig({
  test: {
    // Modules keep nothing that a test could change, and most of the time went into loading them for each file.
    isolate: false,
    restoreMocks: true,
    // The same for all projects, or `npm run test:coverage` cannot run them together.
    maxWorkers: '100%',
    // Much longer than any takes on a machine that has nothing else to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      include: ['src/**/*.ts'],
      reportsDirectory: 'test-results/coverage',
      reporter: ['text-summary', 'json'],
      // Of unit tests and commands: most builds run in processes of their own.
      thresholds: {
        ...{ statements: 79, branches: 75, functions: 75, lines: 79 },
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
      project('unit'),
      // What needs no built site: commands, and builds that are disturbed, mostly in processes of their own.
      project('commands'),
      // Built sites, builds that are compared with them, and editions.
      project('build', { globalSetup }),
      // One built site on every way of serving it.
      project('hosts', { globalSetup }),
    ],
  },
});

/** The tests of a folder, with the settings of all. */
function project(name: string, own: { readonly globalSetup?: string[] } = {}) {
  return {
    extends: true as const,
    test: { ...own, name, include: [`tests/${name}/**/*.test.ts`] },
  };
}
