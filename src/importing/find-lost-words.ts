/** Whether all words of a document came over: what its own text says, beside what was read of it. */
import { excerpt, type Remark } from './document.ts';
import { namesOfNotes } from './note-words.ts';

/** The words of `text` that are in none of `kept`, wherever they stand there: notes have other places in each format. */
export function findLostWords(text: string, kept: readonly string[]): Remark[] {
  const rest = new Map<string, number>();
  // A list of notes may have lost its name.
  for (const word of [...kept, ...namesOfNotes].flatMap(lettersOf))
    rest.set(word, (rest.get(word) ?? 0) + 1);
  const words = lettersOf(text);
  for (const word of words) rest.set(word, (rest.get(word) ?? 0) - 1);
  forgiveJoined(rest);
  const count = [...rest.values()].reduce((sum, left) => sum + Math.max(0, -left), 0);
  if (count === 0) return [];
  const what = count === 1 ? 'A word' : `${count} words`;
  const passage = longestRun(words, (word) => (rest.get(word) ?? 0) < 0);
  return [
    {
      kind: 'not-understood',
      message: `${what} of the document ${count === 1 ? 'is' : 'are'} not in the essay: look for “${excerpt(passage.join(' '), 120)}”.`,
    },
  ];
}

/** Two words that a format has no space between are one word in another. */
function forgiveJoined(rest: Map<string, number>): void {
  const joined = [...rest].flatMap(([word, left]) => (left > 0 ? [word] : []));
  for (const [word, left] of rest) {
    for (let missing = -left; missing > 0; missing -= 1) {
      const at = joined.findIndex((each) => each.startsWith(word) || each.endsWith(word));
      const whole = joined[at];
      if (whole === undefined) break;
      joined[at] = whole.startsWith(word) ? whole.slice(word.length) : whole.slice(0, -word.length);
      rest.set(word, -(missing - 1));
    }
  }
}

/** Numbers of notes and signs that lead back to them are no words. */
function lettersOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  );
}

function longestRun(words: readonly string[], isMissing: (word: string) => boolean): string[] {
  let [start, best]: [number, readonly [number, number]] = [0, [0, 0]];
  words.forEach((word, index) => {
    if (!isMissing(word)) start = index + 1;
    else if (index + 1 - start > best[1] - best[0]) best = [start, index + 1];
  });
  return words.slice(...best);
}
