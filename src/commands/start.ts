/** `npm start`: builds the site and serves it, for a first look. */
import { runBuild } from '../building/run-build.ts';
import { servePreview } from '../dev/serve-preview.ts';

const options = { strict: false, editions: true, format: 'text', mostWarnings: 5 } as const;
const isBuilt = await runBuild(process.cwd(), options);
if (isBuilt) await servePreview(process.cwd());
else process.exitCode = 1;
