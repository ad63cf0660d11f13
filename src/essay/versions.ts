/** The same essay in other languages: what it was translated from, and into. */
import type { Messages } from '../i18n/load-messages.ts';
import type { Essay } from './essay.ts';

/** One of them, for whoever reads another. */
export interface Version {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Of one that is published elsewhere. */
  readonly url?: string;
  /** Of one of this site, from its top, without a leading slash. */
  readonly path?: string;
}

export interface Versions {
  readonly original: Version | undefined;
  /** Without the essay itself. */
  readonly translations: readonly Version[];
}

/** `essays` are all that may be named. */
export function versionsOf(essay: Essay, essays: readonly Essay[]): Versions {
  const named = essay.translationOf;
  const first = typeof named === 'string' ? essayAt(named, essays) : undefined;
  // What is said of the original's translations is said there.
  const source = named === undefined ? essay : first;
  const isOfSame = ({ translationOf }: Essay) => {
    if (typeof translationOf === 'string')
      return source !== undefined && isAt(source, translationOf);
    return typeof named === 'object' && translationOf?.url === named.url;
  };
  const translated = essays.filter((each) => each.slug !== essay.slug && isOfSame(each));
  return {
    original: typeof named === 'object' ? named : first && toVersion(first),
    translations: [...translated.map(toVersion), ...(source ?? essay).translations],
  };
}

/** What leads to them, as page and editions say it: a line of the original, and one of the translations. */
export function versionLinesOf(
  { original, translations }: Versions,
  words: Pick<Messages, 'original' | 'translations' | 'colon'>,
): { label: string; shown: readonly Version[] }[] {
  return [
    { label: words.original + words.colon, shown: original ? [original] : [] },
    { label: words.translations + words.colon, shown: translations },
  ].filter(({ shown }) => shown.length > 0);
}

/** The essay at an address as authors write it: `/2019/09/essay/`, from the top of the site. */
export function essayAt(address: string, essays: readonly Essay[]): Essay | undefined {
  return essays.find((essay) => isAt(essay, address));
}

/** However it is encoded. */
function isAt({ path }: Essay, address: string): boolean {
  const typed = address
    .normalize('NFC')
    .replace(/^\/|index\.html$/g, '')
    .replace(/\/?$/, '/');
  return typed === path || typed === encodeURI(path);
}

function toVersion({ fullTitle: title, lang, path }: Essay): Version {
  return { title, lang, path };
}

/** What a language is called in another, and what it calls itself: `русский`. */
export function languageName(lang: string, inLang = lang): string {
  return new Intl.DisplayNames([inLang], { type: 'language' }).of(lang) ?? lang;
}
