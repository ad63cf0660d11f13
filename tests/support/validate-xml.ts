/** Validation by libxml2 against schemas that are not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { project } from './make-site.ts';

const schemas = {
  /** Transcribed from RFC 4287. */
  atom: { file: 'tests/support/atom.rng', extension: 'relaxng' },
  /** The one of sitemaps.org, as the package `sitemap` brings it. */
  sitemap: { file: 'node_modules/sitemap/schema/sitemap.xsd', extension: 'schema' },
} as const;

/** What is wrong with `xml`, in sentences. */
export async function faultsOf(xml: string, name: keyof typeof schemas): Promise<string[]> {
  const { file, extension } = schemas[name];
  const schema = await readFile(join(project, file), 'utf8');
  const { errors } = await validateXML({
    xml: { fileName: `${name}.xml`, contents: xml },
    schema: [schema],
    extension,
  });
  return errors.map(({ message }) => message);
}
