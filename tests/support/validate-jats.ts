/** Whether a file is JATS, by the DTD that comes with `@jats4r/dtds`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ParseOption, XmlDocument, XmlError } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const dtd = createRequire(import.meta.url).resolve(
  '@jats4r/dtds/schema/1.4/JATS-archivearticle1-4-mathml3.dtd',
);

/** 'valid', or what is wrong. */
export async function validateJats(file: string): Promise<string> {
  xmlRegisterFsInputProviders();
  const text = await readFile(file, 'utf8');
  const here = text.replace(/(<!DOCTYPE article PUBLIC "[^"]*") "[^"]*"/, `$1 "${dtd}"`);
  const option = ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID;
  try {
    XmlDocument.fromString(here, { option }).dispose();
    return 'valid';
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
}
