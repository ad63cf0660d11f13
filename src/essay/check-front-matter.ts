/** Everything wrong with the front matter of one essay, each where the author typed it. */
import { type Document, isScalar, isSeq } from 'yaml';
import type { Bibliography } from '../bibliography/source.ts';
import { rawCitation } from '../citations/citation.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { nearestMatch } from '../problems/nearest-match.ts';
import { placeAt, placesIn } from '../problems/place.ts';
import type { Problem } from '../problems/problem.ts';
import { hasSeveralNames } from './author-name.ts';
import { isBefore } from './changes.ts';
import { checkMap } from './check-map.ts';
import { describeIssue, invalid } from './describe-issue.ts';
import { describeYamlError } from './describe-yaml-error.ts';
import { type PlaceOfPath, placesOfFields } from './field-places.ts';
import type { FrontMatter } from './front-matter.ts';
import { parsePartialDate } from './partial-date.ts';
import type { ReadFrontMatter } from './read-front-matter.ts';

export interface Surroundings {
  readonly bibliography: Bibliography;
  /** Whether there is a file; `path` is from the essay's own. */
  readonly exists: (path: string) => boolean;
  /** Language of an essay that says none, BCP 47. */
  readonly siteLang: string;
  /** Of the notes that its text has. */
  readonly labels?: ReadonlySet<string>;
}

/** `file` is the essay's, whose front matter begins on its first line. */
export function checkFrontMatter(
  { yaml, document, failure, fields, issues }: ReadFrontMatter,
  file: string,
  { bibliography, exists, siteLang, labels = new Set() }: Surroundings,
): Problem[] {
  if (yaml === undefined) {
    const message =
      'The essay has no front matter: three dashes, a title and a date, and three dashes again.';
    return [invalid(file, { line: 1, column: 1 }, 1, message)];
  }
  // The opening dashes are line 1; what is parsed begins on line 2.
  const placeOf = placesIn(`\n${yaml}`);
  if (document.errors.length > 0) {
    // One on a line: what follows from it is no news.
    const lines = document.errors.map(({ pos }) => placeOf(pos[0]).line);
    const first = document.errors.filter((_, index) => lines.indexOf(lines[index] ?? 0) === index);
    const faults = first.map((error) => describeYamlError(error, `\n${yaml}`));
    return faults.map(({ offset, length, message, advice }) => ({
      ...invalid(file, placeOf(offset), length, message),
      advice,
    }));
  }
  if (failure !== undefined) {
    const [words = ''] = /(?<=[:-] +)\*\S+/.exec(yaml) ?? [];
    const place = placeOf(Math.max(`\n${yaml}`.indexOf(words), 0));
    const message = `“${words}” begins with an asterisk, which means something else here.`;
    return [
      { ...invalid(file, place, words.length, message), advice: 'Put it in quotation marks.' },
    ];
  }
  const at = placesOfFields({ yaml, document });
  return [
    ...checkDays(document, file, at),
    ...checkLabels(document, file, at),
    ...checkRawCitations(yaml, file),
    ...(fields === undefined
      ? issues.flatMap((issue) => describeIssue(issue, document, file, at))
      : [
          ...checkNames(fields, file, at),
          ...checkChanges(fields, file, at),
          ...checkRemarks(fields, file, { bibliography, labels }, at),
          ...checkPicture(fields, file, siteLang, at),
          ...checkImage(fields, file, exists, at),
        ]),
  ];
}

/** YAML turns February 30 into March 2 before anyone else sees it. */
function checkDays(document: Document, file: string, at: PlaceOfPath): Problem[] {
  const paths = [['date'], ['updated'], ...pathsIn(document, ['corrections'], 'date')];
  return paths.flatMap((path): Problem[] => {
    const node = document.getIn(path, true);
    const typed = isScalar(node) ? (node.source ?? '') : '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || parsePartialDate(typed) !== undefined) return [];
    const message = `The field “${path.join('.')}” is “${typed}”, which is not in the calendar.`;
    return [invalid(file, at(path), typed.length, message)];
  });
}

/** Nothing is changed before it is published. */
function checkChanges(
  { date, updated, corrections }: FrontMatter,
  file: string,
  at: PlaceOfPath,
): Problem[] {
  const changes = [
    { path: ['updated'], changed: updated },
    ...corrections.map((each, index) => ({
      path: ['corrections', index, 'date'],
      changed: each.date,
    })),
  ];
  return changes.flatMap(({ path, changed }): Problem[] => {
    if (changed === undefined || !isBefore(changed, date)) return [];
    const message = `The field “${path.join('.')}” is “${changed.iso}”, and the essay was published on ${date.iso}.`;
    return [invalid(file, at(path), changed.iso.length, message)];
  });
}

function checkRemarks(
  { remarks }: FrontMatter,
  file: string,
  { bibliography: { sources }, labels }: Required<Pick<Surroundings, 'bibliography' | 'labels'>>,
  at: PlaceOfPath,
): Problem[] {
  return remarks.flatMap(({ about }, index): Problem[] => {
    if (about === undefined || sources.has(about) || labels.has(about)) return [];
    return [
      {
        rule: 'citation-key-exists',
        file,
        place: at(['remarks', index, 'about']),
        length: about.length,
        message: `This remark is about “${about}”, which is neither a key of the bibliography nor a note of this essay.`,
        nearest: nearestMatch(about, [...sources.keys(), ...labels]),
      },
    ];
  });
}

function checkNames(fields: FrontMatter, file: string, at: PlaceOfPath): Problem[] {
  return (['authors', 'editor', 'translator'] as const).flatMap((field) =>
    fields[field].flatMap(({ name }, index): Problem[] => {
      if (!hasSeveralNames(name)) return [];
      const message = `“${name}” is taken for one person.`;
      const place = at([field, index, 'name']);
      return [{ rule: 'author-is-one-name', file, place, length: name.length, message }];
    }),
  );
}

/** YAML reads 1.10 as 1.1. */
function checkLabels(document: Document, file: string, at: PlaceOfPath): Problem[] {
  return labelPaths(document).flatMap((path): Problem[] => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'number') return [];
    const typed = node.source ?? '';
    if (typed === String(node.value)) return [];
    const message = `The field “${path.join('.')}” is “${typed}”, which is a number and would be shown as ${node.value}.`;
    const advice = `Put it in quotation marks: '${typed}'.`;
    return [{ ...invalid(file, at(path), typed.length, message), advice }];
  });
}

function labelPaths(document: Document): (string | number)[][] {
  return [['version'], ['series', 'number'], ...pathsIn(document, ['funding', 'awards'], 'id')];
}

/** Where a field stands in each item of a list. */
function pathsIn(document: Document, list: readonly string[], field: string) {
  const node = document.getIn(list);
  const items = isSeq(node) ? node.items : [];
  return items.map((_, index) => [...list, index, field]);
}

function checkPicture(
  { picture, lang }: FrontMatter,
  file: string,
  siteLang: string,
  at: PlaceOfPath,
): Problem[] {
  if (picture?.map === undefined) return [];
  return checkMap(picture.map, loadMessages(lang ?? siteLang, siteLang)).map(
    ({ path, ...problem }): Problem => {
      return { ...problem, file, place: at(['picture', 'map', ...path]) };
    },
  );
}

function checkImage(
  { picture }: FrontMatter,
  file: string,
  exists: Surroundings['exists'],
  at: PlaceOfPath,
): Problem[] {
  const image = picture?.image;
  if (image === undefined || exists(image)) return [];
  const message = `There is no image “${image}”.`;
  const place = at(['picture', 'image']);
  return [{ rule: 'image-exists', file, place, length: image.length, message }];
}

/** Titles and remarks are shown as they are typed: nothing there becomes a note. */
function checkRawCitations(yaml: string, file: string): Problem[] {
  return [...yaml.matchAll(rawCitation)].map((match) => ({
    rule: 'citation-is-in-the-text',
    file,
    place: placeAt(yaml, match.index, { line: 2, column: 1 }),
    length: match[0].length,
    message: `“${match[0]}” stands in front matter, where it cannot become a note.`,
  }));
}
