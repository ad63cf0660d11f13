import { defineConfig } from 'playwright/test';
import { findBrowser } from './support/find-browser.ts';

export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 15_000 },
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './support/serve-sites.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        // Chromium refuses its sandbox to root, as whom containers and CI often run.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
