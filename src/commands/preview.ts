/** `npm run preview`: serves the site as last built. */
import { servePreview } from '../dev/serve-preview.ts';

await servePreview(process.cwd());
