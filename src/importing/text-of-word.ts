/** The words that Word shows of a document, without what was struck out (ECMA-376 part 1, 17.3, 17.13 and 17.16). */
import { textOfMarkup } from './text-of-markup.ts';

const text = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
/** What a reference manager prints at the end. */
export const printedBibliography = /\bADDIN (?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography)\b/;

export function textOfWord(parts: ReadonlyMap<string, Uint8Array>): string {
  return [...parts]
    .filter(([name]) => text.test(name))
    .map(([, bytes]) => textOfPart(new TextDecoder().decode(bytes)))
    .join(' ');
}

function textOfPart(xml: string): string {
  const instructions = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(
    ([, code = '']) => code,
  );
  let read = 0;
  /** Of the fields that are open here, what each is. */
  const fields: string[] = [];
  return textOfMarkup(xml, {
    isXml: true,
    // Of a drawing, what older versions of Word show in its place says the same again.
    silent: ['w:del', 'w:moveFrom', 'mc:Fallback'],
    within: ['w:t'],
    // Hyphens and letters of symbols are no text there.
    breaks: ['w:p', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:softHyphen', 'w:sym'],
    isSilent(name, { 'w:fldCharType': type }) {
      if (type === 'begin') fields.push('');
      if (type === 'end') fields.pop();
      if (name === 'w:instrText') {
        const code = instructions[read] ?? '';
        read += 1;
        if (fields.length > 0) fields.push((fields.pop() ?? '') + code);
      }
      return name === 'w:t' && fields.some((field) => printedBibliography.test(field));
    },
  });
}
