/** Notes that lean on another (“ibid.”, “op. cit.”), and notes that name a source: offered, and never resolved. */
import { toString as textOf } from 'hast-util-to-string';
import type { Remark } from './document.ts';
import { excerpt } from './document.ts';
import type { NoteMatcher } from './match-notes.ts';
import type { Note } from './take-notes.ts';

const shortForm =
  /^\s*(?:ibid(?:em)?|id(?:em)?|ebd|ebenda|ebda|a\.\s?a\.\s?O|op\.\s?cit|loc\.\s?cit|там же|указ\. соч|同上|同前|위의|앞의)(?=$|[\s.,;:])|\b(?:op\.\s?cit|loc\.\s?cit|a\.\s?a\.\s?O)\b/iu;

const doi = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"<>“”]*[^\s"<>“”.,;:)\]]/;

export function offerShortForms(notes: readonly Note[], matcher: NoteMatcher): Remark[] {
  return notes.flatMap(({ label, content }): Remark[] => {
    const words = content.map(textOf).join(' ');
    const quoted = `[^${label}], “${excerpt(words, 80)}”`;
    if (shortForm.test(words))
      return [
        {
          kind: 'offered',
          message: `${quoted}, leans on another note. Cite the source itself, as in [@key, p. 12].`,
        },
      ];
    const [key] = matcher.named(words);
    if (key !== undefined)
      return [
        {
          kind: 'offered',
          message: `${quoted}, names @${key} of the bibliography. If it says no more: [@${key}] in its place.`,
        },
      ];
    const found = doi.exec(words)?.[0];
    return found === undefined
      ? []
      : [
          {
            kind: 'offered',
            message: `${quoted}, names a source by its DOI: npm run cite -- ${found} adds it.`,
          },
        ];
  });
}
