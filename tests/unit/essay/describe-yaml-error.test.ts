import { expect, it } from 'vitest';
import { checkFrontMatter } from '../../../src/essay/check-front-matter.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';

/** Everything that is said of an essay with this front matter, each with its line and column. */
function said(yaml: string): string[] {
  const { frontMatter, name } = readEssayFile('content/essays/e.mdx', `---\n${yaml}\n---\n`, 'en');
  const surroundings = { bibliography: { sources: new Map() }, exists: () => true, siteLang: 'en' };
  return checkFrontMatter(frontMatter, name, surroundings).map(
    ({ place, message, advice }) => `${place.line}:${place.column} ${message} ${advice ?? ''}`,
  );
}

it.each([
  [
    'title: War: A History\ndate: 2019',
    '2:8 The title “War: A History” has a colon in it. Put it in quotation marks: `title: "War: A History"`.',
  ],
  [
    'description: He said: "no"',
    '2:14 The description “He said: "no"” has a colon in it. Put it in quotation marks: `description: \'He said: "no"\'`.',
  ],
  [
    "title: 'It's a war'",
    "2:8 The title “'It's a war'” has signs that mean something else here in it. Put it in quotation marks: `title: \"It's a war\"`.",
  ],
  [
    'title: War\n date: 2019',
    '3:1 “date: 2019” is set in, as if it belonged to the line above. Begin it where the other fields begin.',
  ],
  [
    'title: "War\ndate: 2019',
    '2:8 The quotation mark before “War” is closed nowhere. Put one behind the value, too.',
  ],
  [
    'title: [War\ndate: 2019',
    '2:8 The bracket before “War” is closed nowhere. Close it, or put the value in quotation marks.',
  ],
  ['title: a\ntitle: b', '3:1 The field “title” stands here twice. Delete one of the two.'],
  ['\ttitle: War', '2:1 The line begins with a tab. Indent it with spaces.'],
  [
    'title War\ndate: 2019',
    '2:1 “title War” is no field. A field is a name, a colon, a space and a value; a value with signs in it goes in quotation marks.',
  ],
  [
    'title: *War',
    '2:8 “*War” begins with an asterisk, which means something else here. Put it in quotation marks.',
  ],
])('front matter that is no YAML is said in words about the field: %j', (yaml, sentence) => {
  expect(said(yaml)).toEqual([sentence]);
});
