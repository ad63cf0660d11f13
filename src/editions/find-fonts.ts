import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PrintSettings } from '../site.ts';

/** Absolute paths of fonts that are named in a package, or from the top of the project. */
export function findFonts(fonts: PrintSettings['fonts'], root: string): PrintSettings['fonts'] {
  const { resolve } = createRequire(join(root, 'package.json'));
  return fonts.map(({ family, file }) => {
    return { family, file: existsSync(join(root, file)) ? join(root, file) : resolve(file) };
  });
}
