/** `npm run preview`: serves the site as last built. */
import { servePreview } from '../serving/serve-preview.ts';

await servePreview(process.cwd());
