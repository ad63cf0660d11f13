/** The one library of this site: what its essays cite, and how their notes read. */
import { fileURLToPath } from 'node:url';
import { openCitationLibrary } from './formatting/citation-library.ts';
import { citationFiles } from './site.ts';

export const library = openCitationLibrary({
  root: fileURLToPath(new URL('..', import.meta.url)),
  ...citationFiles,
});
