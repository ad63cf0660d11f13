/** What an essay cites, from its plain text and quickly, without parsing it. */
import { bareKey, type Citation, looksLikeCitation, parseCitation } from './citation.ts';

/**
 * The citations of an essay. It may find one too many (in code) or too few (with brackets inside), and
 * serves to format them ahead.
 */
export function findCitations(text: string): Citation[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(/\[([^[\]^][^[\]]*)\]/g)].flatMap(([, words = '']) =>
    looksLikeCitation(words) ? [parseCitation(words).citation] : [],
  );
}

/** Every key the text names anywhere: what is not among these is not cited. */
export function findKeys(text: string): string[] {
  const inBraces = [...text.matchAll(/@\{([^{}\s]+)\}/g)];
  return [...text.matchAll(bareKey), ...inBraces].map(([, key = '']) => key.normalize('NFC'));
}
