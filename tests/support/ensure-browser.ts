/** Fails before the tests, in one sentence, when there is no browser to run them in. */
import { findBrowser } from './find-browser.ts';

try {
  findBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
