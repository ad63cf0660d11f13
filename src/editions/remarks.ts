/** The editors' remarks as every edition prints them, below the author's text and apart from it. */
import { loadMessages } from '../i18n/load-messages.ts';
import type { EditionDocument } from './document.ts';

export interface Remarks {
  readonly title: string;
  readonly lead: string;
  /** None when there is nothing to remark. */
  readonly items: readonly string[];
}

export function remarksOf({
  essay: { remarks },
  record: { notes },
  wordsLang,
}: EditionDocument): Remarks {
  const words = loadMessages(wordsLang, wordsLang);
  const numberOf = (key: string | undefined) => {
    const about = notes.filter(({ keys }) => key !== undefined && keys.includes(key));
    return (about.find(({ kind }) => kind === 'citation') ?? about[0])?.number;
  };
  return {
    title: words.editorialRemarks,
    lead: words.byTheEditors,
    items: remarks.map(({ about, text }) => {
      const number = numberOf(about);
      return number === undefined ? text : `${words.note(number)}. ${text}`;
    }),
  };
}
