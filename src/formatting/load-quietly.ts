import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/**
 * Loads a module of this folder when it is needed: the formatter is a megabyte of code, which most commands never do.
 * Node warns whoever asks for its old punycode (DEP0040), as rehype-citation 2.3.2 does; nobody here can mend that.
 */
export function loadQuietly<Module>(
  file: './format-citations.ts' | './format-references.ts' | './order-sources.ts',
): Module {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return load(file);
  } finally {
    process.noDeprecation = noDeprecation ?? false;
  }
}
