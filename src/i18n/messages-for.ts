import { site } from '../site.ts';
import { chooseWords, type SpokenWords } from './load-messages.ts';

/** The words of this site for text in `lang`, BCP 47. */
export function wordsFor(lang: string): SpokenWords {
  return chooseWords(lang, site.lang);
}

export type WordsFor = typeof wordsFor;
