/**
 * References as BibLaTeX. Citation.js maps the fields; what it cannot write so that it comes back the same is put
 * right here: characters beyond ASCII, names of newspapers, the order of names, archives.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { z } from 'zod';
import type { TextKind } from './rich-text.ts';
import type { CslItem, CslName } from './source.ts';

const mappedEntry = z.object({
  type: z.string(),
  label: z.string(),
  properties: z.record(z.string(), z.coerce.string()),
});

export function toBibtex(items: readonly CslItem[], text: TextKind): string {
  // As characters, not as commands, of which it knows few; and under keys as they are.
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, checkLabel: false });
  const mapped = plugins.output.format(
    'biblatex',
    items.map((item) => escapeItem(item, text)),
    { format: 'object' },
  );
  const entries = z.array(mappedEntry).parse(mapped);
  const written = items.map((item, index) => write(item, entries[index])).join('\n');
  return written.replaceAll(lessThan, '<').replaceAll(wordAnd, ' {and} ');
}

function write(item: CslItem, entry: z.infer<typeof mappedEntry> | undefined): string {
  if (entry === undefined) return '';
  const { note, ...properties } = entry.properties;
  const fields = {
    ...properties,
    // Citation.js says there that it is online, which the date of access says already.
    ...(item['note'] !== undefined && note !== undefined && { note }),
    ...subtype(item),
    ...website(item),
    ...nameOrder('author', item.author),
    ...nameOrder('editor', item.editor),
    ...item.custom,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@${entry.type}{${item.id},`, ...lines, '}', ''].join('\n');
}

function subtype({ type }: CslItem): Record<string, string> {
  const kind = /^article-(magazine|newspaper)$/.exec(type)?.[1];
  return kind === undefined ? {} : { entrysubtype: kind };
}

/** BibLaTeX calls the site that a page is part of its organisation. */
function website({ type, publisher, 'container-title': container }: CslItem) {
  const isNamed = type === 'webpage' && container !== undefined && publisher === undefined;
  return isNamed ? { organization: `{${escapeText(container)}}` } : {};
}

/** Names that are written family name first, without a comma: see README.md, "The bibliography". */
function nameOrder(field: string, names: readonly CslName[] = []): Record<string, string> {
  const first = names.flatMap((name, index) =>
    name['static-ordering'] === true ? [`${index + 1}=family-first`] : [],
  );
  return first.length === 0 ? {} : { [`${field}+an:order`]: first.join('; ') };
}

/** Stands for a less-than sign that begins no markup, while Citation.js looks for some. */
const lessThan = '\u{f8ff}';

/** Stands for the word in the name of one person, which would part it in two. */
const wordAnd = '\u{f8fe}';

/** Fields that BibLaTeX reads to the letter. */
const verbatim = new Set([
  'id',
  'citation-key',
  'type',
  'URL',
  'DOI',
  'custom',
  'language',
  'page',
]);

function escapeItem(item: CslItem, text: TextKind): unknown {
  const escapeValue = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return escapeText(text === 'plain' ? value.replaceAll('<', lessThan) : value);
    }
    if (Array.isArray(value)) return value.map(escapeValue);
    return typeof value === 'object' && value !== null ? escapeFields(value) : value;
  };
  const escapeFields = (fields: object) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const escaped = verbatim.has(name) ? value : escapeValue(value);
        const isOfPerson = 'given' in fields && typeof escaped === 'string';
        return [name, isOfPerson ? escaped.replaceAll(' and ', wordAnd) : escaped];
      }),
    );
  return escapeFields(item);
}

/** Characters that mean something to LaTeX, and pairs that it would join: `--` is a dash there. */
function escapeText(text: string): string {
  const commands: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text
    .replace(/[\\~^{}&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`)
    .replace(/[-'`!?](?=[-'`])/g, '$&{}');
}
