import { relative } from 'node:path';
import { isLibraryFile } from '../formatting/load-library.ts';
import type { Session } from '../session.ts';

/** What the content has at an absolute path, by name from the top of the project; `undefined` for anything else. */
export function contentName({ root, settings }: Session, path: string): string | undefined {
  const name = relative(root, path).replaceAll('\\', '/');
  const isContent = name.startsWith('content/') || isLibraryFile(name, settings.citationFiles);
  return isContent ? name : undefined;
}
