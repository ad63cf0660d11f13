import { defineConfig } from 'playwright/test';
import { browserArguments, findBrowser } from './support/find-browser.ts';

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 15_000 },
  testDir: './e2e',
  // Which it empties first.
  outputDir: '../test-results/e2e',
  globalSetup: './support/serve-sites.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    // Most tests read one small page: to open it in a process of its own takes longer than that.
    reuseContext: true,
    launchOptions: {
      executablePath: findBrowser(),
      args: [...browserArguments],
    },
  },
});
