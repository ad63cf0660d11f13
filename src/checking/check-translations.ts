/** Translations of what is not there, or of what they cannot be. */
import type { Essay } from '../essay/essay.ts';
import { placesOfFields } from '../essay/field-places.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import { essayAt } from '../essay/versions.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Problem } from '../problems/problem.ts';

/** `all` are the essays that may be named. */
export function checkTranslation(file: EssayFile, all: readonly EssayFile[]): Problem[] {
  const { essay, name, frontMatter } = file;
  const address = essay?.translationOf;
  if (essay === undefined || typeof address !== 'string') return [];
  const essays = all.flatMap((each) => each.essay ?? []);
  const fault = faultOf(essay, address, essays);
  if (fault === undefined) return [];
  const place = placesOfFields(frontMatter)(['translationOf']);
  const about = { file: name, place, length: address.length };
  return [{ rule: 'translation-has-an-original', ...about, ...fault }];
}

function faultOf(
  essay: Essay,
  address: string,
  essays: readonly Essay[],
): Pick<Problem, 'message' | 'nearest'> | undefined {
  const original = essayAt(address, essays);
  if (original === undefined) {
    const addresses = essays.flatMap(({ path, slug }) => (slug === essay.slug ? [] : [`/${path}`]));
    return {
      message: `This is a translation of “${address}”, where there is no essay.`,
      nearest: nearestMatch(address, addresses),
    };
  }
  if (original.slug === essay.slug) return { message: 'This is a translation of itself.' };
  if (new Intl.Locale(original.lang).toString() === new Intl.Locale(essay.lang).toString())
    return { message: `This is a translation of “${address}”, which is in “${essay.lang}”, too.` };
  if (typeof original.translationOf !== 'string') return undefined;
  return {
    message: `This is a translation of “${address}”, which is a translation itself.`,
    nearest: original.translationOf,
  };
}
