/** Languages as babel and polyglossia name them, which is what `langid` holds (biblatex manual, 3.2). */
const languages: Record<string, string> = {
  american: 'en-US',
  arabic: 'ar',
  australian: 'en-AU',
  brazilian: 'pt-BR',
  british: 'en-GB',
  canadian: 'en-CA',
  chinese: 'zh',
  czech: 'cs',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  hungarian: 'hu',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  ngerman: 'de',
  norwegian: 'no',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
  swedish: 'sv',
  turkish: 'tr',
  ukenglish: 'en-GB',
  ukrainian: 'uk',
  usenglish: 'en-US',
  vietnamese: 'vi',
};

/** A BCP 47 tag for a language as bibliographies name it, or nothing when it is not known. */
export function languageTag(language: string): string | undefined {
  const named = languages[language.toLowerCase()];
  if (named !== undefined) return named;
  try {
    return /^[a-z]{2,3}(?:[-_]|$)/i.test(language)
      ? Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0]
      : undefined;
  } catch {
    return undefined;
  }
}
