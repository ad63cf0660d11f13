/** Finds the words for a page: those of its language, or those that the site would use in their place. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { MessageCatalog } from './messages.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-Hant.ts';

/** The words of one language, with numbers, units and lists as a tag of that language writes them. */
export interface Messages extends Omit<MessageCatalog, 'letters' | 'readingTime' | 'sourceCount'> {
  /** What they are in, BCP 47. */
  readonly lang: string;
  readingTime(minutes: number): string;
  sourceCount(count: number): string;
  distance(kilometres: number): string;
  /** In thousands as SI has it, and never nothing. */
  fileSize(bytes: number): string;
  list(items: readonly string[]): string;
  /** Of a use of a note, by its index: from a to z, then aa, ab and so on. */
  letter(index: number): string;
}

/** By language without region, and by its script where that makes other words of it. */
export const languages: Readonly<Record<string, MessageCatalog>> = {
  ar,
  de,
  en,
  es,
  fr,
  it,
  ja,
  ko,
  pt,
  ru,
  zh,
  'zh-Hant': zhHant,
};

/** Words in `lang`; where that has none, in the language of the site, and where that has none, in English. */
export function loadMessages(lang: string, siteLang: string): Messages {
  const spoken = [lang, siteLang].find((tag) => catalogFor(tag) !== undefined) ?? 'en';
  const known = chosen.get(spoken) ?? loadMessagesIn(spoken, catalogFor(spoken) ?? en);
  chosen.set(spoken, known);
  return known;
}

/** By tag: what formats numbers takes longer to make than to use, and is made when it is used. */
const chosen = new Map<string, Messages>();

function catalogFor(tag: string): MessageCatalog | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  return languages[`${language}-${script}`] ?? languages[language];
}

function loadMessagesIn(lang: string, words: MessageCatalog): Messages {
  const rules = once(() => new Intl.PluralRules(lang));
  const numbers = once(() => new Intl.NumberFormat(lang));
  const minutes = once(() => unitFormat(lang, 'minute', 'long'));
  const kilometres = once(() => unitFormat(lang, 'kilometer', 'short'));
  const kilobytes = once(() => unitFormat(lang, 'kilobyte', 'short'));
  const lists = once(() => new Intl.ListFormat(lang));
  return {
    ...words,
    lang,
    readingTime: (count) => words.readingTime(minutes().format(count)),
    sourceCount: (count) => {
      const form = words.sourceCount[rules().select(count)] ?? words.sourceCount.other;
      return form(numbers().format(count));
    },
    distance: (count) => kilometres().format(count),
    fileSize: (bytes) => kilobytes().format(Math.max(1, Math.round(bytes / 1000))),
    list: (items) => lists().format(items),
    letter: (index) => letterOf([...words.letters], index),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function letterOf(letters: readonly string[], index: number): string {
  const before = Math.floor(index / letters.length) - 1;
  return `${before < 0 ? '' : letterOf(letters, before)}${letters[index % letters.length]}`;
}

function unitFormat(lang: string, unit: string, unitDisplay: 'long' | 'short') {
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay });
}
