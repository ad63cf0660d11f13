/** The plain words of parts of a Pandoc tree, and what its metadata says. */
import { z } from 'zod';

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

/** The values of a field: of a list each, of anything else one. */
export function metaValues(value: unknown): string[] {
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const { t, c } = parsed.data;
  const values = t === 'MetaList' && Array.isArray(c) ? c.map(metaText) : [metaText(value)];
  return values.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
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
