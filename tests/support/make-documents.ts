/** Documents as word processors write them: by Pandoc, with fields of reference managers put in as these have them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convertFile, type PandocJob } from '../../src/editions/pandoc.ts';

/** `to` is a format by Pandoc's name. */
export async function makeDocument(
  markdown: string,
  to: string,
  options: Readonly<Record<string, unknown>> = {},
  files: PandocJob['files'] = {},
): Promise<Uint8Array> {
  const isArchive = /^(?:docx|odt|epub)/.test(to);
  const made = await convertFile({
    options: {
      ...{ from: 'markdown', to, standalone: true },
      ...(isArchive && { 'output-file': 'made' }),
      ...options,
    },
    files: { in: markdown, ...files },
  });
  const bytes = isArchive ? made.media['made'] : strToU8(made.text);
  if (bytes === undefined || bytes.length === 0)
    throw new Error(`Pandoc made nothing. ${made.failure}`);
  return bytes;
}

/** The archive with a part of it changed. */
export function changePart(
  bytes: Uint8Array,
  name: RegExp,
  change: (text: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const part of Object.keys(parts))
    if (name.test(part)) parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  return zipSync(parts);
}

/** Puts a field of Word (ECMA-376 part 1, 17.16.18) in the place of each name, with what it shows. */
export function putFields(
  bytes: Uint8Array,
  fields: Readonly<Record<string, { readonly instruction: string; readonly shows: string }>>,
): Uint8Array {
  return changePart(bytes, /^word\/(?:document|footnotes)\.xml$/, (text) =>
    Object.entries(fields).reduce(
      (xml, [name, { instruction, shows }]) =>
        xml.replaceAll(
          name,
          `</w:t></w:r>${fieldRuns(instruction, shows)}<w:r><w:t xml:space="preserve">`,
        ),
      text,
    ),
  );
}

function fieldRuns(instruction: string, shows: string): string {
  const run = (content: string) => `<w:r>${content}</w:r>`;
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t xml:space="preserve">${escapeXml(shows)}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface Cited {
  readonly item: { readonly id: number | string };
  readonly locator?: string;
  readonly prefix?: string;
}

/** As Zotero and Mendeley keep a citation in a field: CSL-JSON with the data of each source. */
export function cslField(
  manager: 'ZOTERO_ITEM CSL_CITATION' | 'CSL_CITATION',
  shows: string,
  cited: readonly Cited[],
) {
  const citationItems = cited.map(({ item, ...rest }) => ({
    id: item.id,
    uris: [`http://zotero.org/users/1/items/${item.id}`],
    itemData: item,
    ...rest,
    ...('locator' in rest && { label: 'page' }),
  }));
  const data = {
    citationID: `c${cited.map(({ item }) => item.id).join('')}`,
    properties: { formattedCitation: shows, plainCitation: shows, noteIndex: 1 },
    citationItems,
    schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json',
  };
  return { instruction: `ADDIN ${manager} ${JSON.stringify(data)}`, shows };
}
