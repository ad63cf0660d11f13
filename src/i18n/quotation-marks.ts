/** The signs that a language sets in the place of those of a typewriter. */

export interface Punctuation {
  /** Opening and closing, double (`"`) and single (`'`). */
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
  /** For two hyphens and for three, and for two with a space on either side. */
  readonly dash: string;
  readonly longDash: string;
  readonly spacedDash: string;
  readonly ellipsis: string;
}

export function punctuationOf(lang: string): Punctuation {
  const known = chosen.get(lang) ?? choosePunctuation(lang);
  chosen.set(lang, known);
  return known;
}

const chosen = new Map<string, Punctuation>();

function choosePunctuation(lang: string): Punctuation {
  const { language, script, region } = new Intl.Locale(lang).maximize();
  const [double = '“”', single = '‘’'] = (
    quotationMarks[`${language}-${region}`] ??
    quotationMarks[`${language}-${script}`] ??
    quotationMarks[language] ??
    '“” ‘’'
  ).split(' ');
  const isEastern = language === 'zh' || language === 'ja';
  const dashes = language === 'zh' ? '——' : language === 'ja' ? '――' : undefined;
  return {
    double: pairOf(double),
    single: pairOf(single),
    dash: dashes ?? '–',
    longDash: dashes ?? '—',
    spacedDash: dashes ?? (longBetweenSpaces.has(language) ? '—' : '–'),
    ellipsis: isEastern ? '……' : '…',
  };
}

/** The first half opens, the other closes. In French, what is narrow keeps them from the words (U+202F). */
function pairOf(marks: string): readonly [string, string] {
  const half = marks.length / 2;
  return [marks.slice(0, half), marks.slice(half)];
}

/**
 * By language, or by language with region or script. As CSL's locales have them
 * (https://github.com/citation-style-language/locales), and where they have none, CLDR.
 */
const quotationMarks: Readonly<Record<string, string>> = {
  ar: '«» ‹›',
  be: '«» „“',
  bg: '„“ ‚‘',
  ca: '«» “”',
  cs: '„“ ‚‘',
  de: '„“ ‚‘',
  'de-CH': '«» ‹›',
  el: '«» “”',
  es: '«» “”',
  et: '„“ ‚‘',
  fa: '«» ‹›',
  fi: '”” ’’',
  fr: '«\u{202f}\u{202f}» “”',
  'fr-CH': '«\u{202f}\u{202f}» ‹›',
  hr: '„” ‚’',
  hu: '„” »«',
  is: '„“ ‚‘',
  it: '«» “”',
  ja: '「」 『』',
  lt: '„“ ‚‘',
  lv: '«» „“',
  nb: '«» ‘’',
  nn: '«» ‘’',
  no: '«» ‘’',
  pl: '„” «»',
  'pt-PT': '«» “”',
  ro: '„” «»',
  ru: '«» „“',
  sk: '„“ ‚‘',
  sl: '„“ ‚‘',
  sr: '„“ ‚‘',
  sv: '”” ’’',
  uk: '«» “”',
  'zh-Hant': '「」 『』',
};

/** Where a parenthesis is between long dashes. */
const longBetweenSpaces = new Set(['be', 'bg', 'es', 'it', 'pt', 'ru', 'uk']);
