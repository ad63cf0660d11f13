/** `npm run dev` in a browser: without the built sites, which take two minutes. */
import { defineConfig } from 'playwright/test';
import shared from './playwright.config.ts';

const { globalSetup: _, ...settings } = shared;

export default defineConfig({
  ...settings,
  testDir: './dev',
  outputDir: '../test-results/dev',
  reporter: [['list'], ['json', { outputFile: '../test-results/dev.json' }]],
});
