/** The editors' remarks as every edition prints them, below the author's text and apart from it. */
import type { EssayRecord } from '../citations/essay-record.ts';
import type { Essay } from '../metadata/essay.ts';

export interface Remarks {
  readonly title: string;
  readonly lead: string;
  /** None when there is nothing to remark. */
  readonly items: readonly string[];
}

export function remarksOf({ remarks }: Essay, { notes }: EssayRecord): Remarks {
  const numberOf = (key: string | undefined) => {
    const about = notes.filter(({ keys }) => key !== undefined && keys.includes(key));
    return (about.find(({ kind }) => kind === 'citation') ?? about[0])?.number;
  };
  return {
    title: 'Editorial remarks',
    lead: 'By the editors of this site, not by the author.',
    items: remarks.map(({ about, text }) => {
      const number = numberOf(about);
      return number === undefined ? text : `Note ${number}. ${text}`;
    }),
  };
}
