import { site } from 'virtual:project';
import { loadMessages, type Messages } from '../i18n/load-messages.ts';

/** The words of this site for text in `lang`, BCP 47. */
export function messagesFor(lang: string): Messages {
  return loadMessages(lang, site.lang);
}
