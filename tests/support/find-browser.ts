/** A Chromium to test with: one that is installed, else Playwright's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** How to start it: without its sandbox for root, as whom containers and CI often run, and without talk of its own. */
export const browserArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  // Draws the same, in half the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const advice =
  'No browser was found for the tests. Install Chromium, Chrome or Edge (on Debian: apt-get install ' +
  'chromium), or name one in the environment variable CHROMIUM_PATH.';

/** Path of the browser. Installs Playwright's when there is no other; throws a sentence when that fails. */
export function findBrowser(): string {
  const found = lookForBrowser();
  if (found !== undefined) return found;
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  const own = chromium.executablePath();
  if (!existsSync(own)) throw new Error(advice);
  return own;
}

function lookForBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
    return named;
  }
  return [...installed, chromium.executablePath()].find((path) => existsSync(path));
}
