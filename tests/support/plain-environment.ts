import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The environment of a person who builds: of that of the tests, nothing that a test runner put there. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Hundreds of processes load the same packages.
    NODE_COMPILE_CACHE: join(project, 'node_modules/.cache/node-compile'),
    ...{ NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    // Annotations are for faults that nobody made on purpose.
    ...{ GITHUB_ACTIONS: undefined, NODE_OPTIONS: undefined },
    ...{ NODE_ENV: undefined, VITEST: undefined, TEST: undefined },
    // Vitest sets these, and a variable goes before what Vite knows of `import.meta.env`.
    ...{ DEV: undefined, PROD: undefined, SSR: undefined, MODE: undefined, BASE_URL: undefined },
  };
}
