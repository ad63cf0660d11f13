/** Attributes of words in one language that stand among words in another. */
export interface LangAttributes {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/**
 * What tells `words` from the text `around` them, both BCP 47: the language (WCAG 3.1.2) and, where it is
 * another, the direction. Nothing when the language is the same.
 */
export function langAttributes(words: string, around: string): LangAttributes {
  const [inner, outer] = [new Intl.Locale(words), new Intl.Locale(around)];
  if (inner.language === outer.language) return {};
  const dir = directionOf(words);
  return { lang: words, ...(dir !== directionOf(around) && { dir }) };
}

/** Which way a language is written. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}
