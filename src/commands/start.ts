/** `npm start`: builds the site and serves it, for a first look. */
import { runBuild } from './run-build.ts';
import { servePreview } from './serve-preview.ts';

const isBuilt = await runBuild(process.cwd(), { strict: false, format: 'text', mostWarnings: 5 });
if (isBuilt) await servePreview(process.cwd());
else process.exitCode = 1;
