/** The plain words of parts of a Pandoc tree, and what its metadata says. */
import { z } from 'zod';
import { readSign, withoutSigns } from './note-signs.ts';

const node = z.object({ t: z.string(), c: z.unknown().optional() });

/** The words of any part of a tree, with a space where a line ends. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join('');
  const parsed = node.safeParse(value);
  if (!parsed.success) return '';
  const { t, c } = parsed.data;
  switch (t) {
    case 'Str':
    case 'MetaString':
      return typeof c === 'string' ? c : '';
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Note':
      return '';
    case 'Code':
    case 'Math':
    case 'RawInline':
      return Array.isArray(c) && typeof c[1] === 'string' && t !== 'RawInline' ? c[1] : '';
    case 'Quoted': {
      const [kind, inner] = Array.isArray(c) ? c : [];
      const single = node.safeParse(kind).data?.t === 'SingleQuote';
      return single ? `‘${plainText(inner)}’` : `“${plainText(inner)}”`;
    }
    case 'Para':
    case 'Plain':
      return `${plainText(c)} `;
    default:
      return plainText(c);
  }
}

const inline = new Set([
  'Emph',
  'Underline',
  'Strong',
  'Strikeout',
  'Superscript',
  'Subscript',
  'SmallCaps',
  'Quoted',
  'Cite',
  'Link',
  'Span',
]);

/**
 * All words of a tree with a space between blocks, those of notes and not of formulas and pictures. A note that is used
 * twice, which has a label then, is one.
 */
export function allText(value: unknown, labelled = new Set<string>()): string {
  if (Array.isArray(value)) return value.map((each) => allText(each, labelled)).join('');
  const parsed = node.safeParse(value);
  if (!parsed.success) return '';
  const { t, c } = parsed.data;
  if (t === 'Str') return typeof c === 'string' ? withoutSigns(c) : '';
  if (t === 'Code') return Array.isArray(c) ? String(c[1]) : '';
  if (t === 'CodeBlock') return Array.isArray(c) ? ` ${String(c[1])} ` : '';
  if (['Math', 'RawInline', 'RawBlock', 'Image'].includes(t)) return '';
  if (t === 'Note') {
    const label = readSign('note', plainText(c))?.name;
    if (label !== undefined && labelled.has(label)) return '';
    if (label !== undefined) labelled.add(label);
  }
  return inline.has(t) ? allText(c, labelled) : ` ${allText(c, labelled)} `;
}

/** The values of a field: of a list each, of anything else one. */
export function metaValues(value: unknown): string[] {
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const { t, c } = parsed.data;
  const values = t === 'MetaList' && Array.isArray(c) ? c.map(metaText) : [metaText(value)];
  return values
    .map((text) => withoutSigns(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** A map of a name has its words in `name`. */
function metaText(value: unknown): string {
  const parsed = node.safeParse(value);
  const { t, c } = parsed.data ?? { t: '', c: undefined };
  if (t !== 'MetaMap' || typeof c !== 'object' || c === null) return plainText(value);
  const fields: Record<string, unknown> = { ...c };
  const whole = fields['name'] ?? fields['literal'];
  if (whole !== undefined) return plainText(whole);
  const [family, given] = [
    fields['family'] ?? fields['surname'],
    fields['given'] ?? fields['given-names'],
  ].map(plainText);
  return given ? `${family}, ${given}` : (family ?? '');
}
