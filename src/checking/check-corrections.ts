/** Corrections of paragraphs that are not there. */

import { placesOfFields } from '../essay/field-places.ts';
import type { EssayFile } from '../essay/read-essay-file.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import type { Problem } from '../problems/problem.ts';
import { type Project, parsedEssay } from '../project.ts';

export function checkCorrections(project: Project, file: EssayFile): Problem[] {
  const { essay, name, frontMatter } = file;
  const { paragraphs } = parsedEssay(project, file).data;
  // Of a text that cannot be read, nobody can tell what is not in it.
  if (essay === undefined || paragraphs === undefined) return [];
  const anchors = paragraphs.map(({ anchor }) => anchor);
  return essay.corrections.flatMap(({ at }, index): Problem[] => {
    if (at === undefined || anchors.includes(at)) return [];
    const place = placesOfFields(frontMatter)(['corrections', index, 'at']);
    const message = `This correction is of “${at}”, which is no paragraph of the essay.`;
    const nearest = nearestMatch(at, anchors);
    return [
      {
        rule: 'correction-is-of-a-paragraph',
        file: name,
        place,
        length: at.length,
        message,
        nearest,
      },
    ];
  });
}
