import { site } from '../site.ts';
import { loadMessages, type Messages } from './load-messages.ts';

/** The words of this site for text in `lang`, BCP 47. */
export function messagesFor(lang: string): Messages {
  return loadMessages(lang, site.lang);
}

export type MessagesFor = typeof messagesFor;
