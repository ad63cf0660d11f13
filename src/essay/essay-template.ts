/** The file of a new essay: every field of front matter, the optional ones as comments, and a first citation. */
import { stringify } from 'yaml';
import { writeKey } from '../citations/citation.ts';

export interface TemplateFields {
  readonly title: string;
  /** ISO 8601, as exact as it is known. */
  readonly date: string;
  /** BCP 47; the site's own when it is not given. */
  readonly lang?: string | undefined;
  readonly authors: readonly string[];
  readonly description?: string | undefined;
  /** Other fields of front matter, by their names. */
  readonly others?: Readonly<Record<string, unknown>> | undefined;
  /** The text in MDX; words that say how to begin when it is not given. */
  readonly body?: string | undefined;
}

/** `key` is cited as an example; nothing is when the bibliography is empty. `siteLang` is BCP 47. */
export function essayTemplate(
  { title, date, lang, authors, description, others = {}, body }: TemplateFields,
  key: string | undefined,
  siteLang: string,
): string {
  return `---
${yaml({ title })}
# As exact as it is known: 2026, 2026-11 or 2026-11-23.
date: ${date}

# As long as this line is here, npm run dev shows the essay, and no build has it. Deleting the line publishes it.
draft: true

# Everything below may be left out. To use a field, delete the # and the space before its lines.

# The language of the essay; ${siteLang} when left out.
${lang === undefined ? '# lang: ko' : yaml({ lang })}

# Shown below the title.
# subtitle: Its subtitle

# Who wrote it. With a comma, the family name comes first; an organization stands in braces.
${authors.length === 0 ? authorsExample : yaml({ authors })}

# The same with all that can be said of an author; roles are those of https://credit.niso.org/.
# authors:
#   - name: Müller, Anna
#     orcid: 0000-0002-1825-0097
#     affiliation: { name: University of Oslo, ror: https://ror.org/01xtthb56 }
#     email: anna@example.org
#     corresponding: true
#     roles: [Conceptualization, Writing – original draft]

# Who edited or translated it, written as authors are.
# editor: Berg, Jan
# translator: 김철수

# A sentence for lists and search engines.
${description === undefined ? '# description: What the essay shows.' : yaml({ description })}
${Object.keys(others).length === 0 ? '' : `\n# What else the document says of itself.\n${yaml(others)}\n`}
# What it was translated from: an essay of this site, or one that is elsewhere; and its translations elsewhere.
# translationOf: /2019/09/essay/
# translations:
#   - { title: 두만강 무역, lang: ko, url: https://essays.example/ko/tumen/ }

# A summary above the text, in Markdown, and what it is about.
# abstract: |
#   What the essay asks, what it did, and what it *shows*.
# keywords: [Russia, North Korea]

# What it is part of, and to whom it is dedicated.
# series: { title: Borderlands, number: 3 }
# dedication: To my *teachers*.

# When it was last changed, and what was corrected: p4 is the fourth paragraph, as the page numbers it.
# updated: 2027-01-15
# corrections:
#   - { date: 2027-01-15, text: The year was *1950*, at: p4 }

# Which version this is, and the DOI that it is registered under.
# version: 2
# doi: 10.5555/12345678

# Whose the rights are, and what others may do with it: the id of a licence at https://spdx.org/licenses/.
# copyright: © 2026 Anna Müller
# license: CC-BY-4.0

# Who paid for it, whom it thanks, and what else its authors have to do with its subject. All in Markdown.
# funding:
#   statement: The council saw nothing of it beforehand.
#   awards: [{ source: Research Council, id: RC-2026/7 }]
# acknowledgements: I thank the archive.
# competingInterests: None.

# A picture above the text. An essay with a file of its own is better a folder, with the text as its index.mdx.
# picture:
#   image: river.jpg
#   alt: What it shows, for whoever does not see it.
#   caption: Its caption.
#   credit: Whose it is.

# Or a map, drawn by the site: its middle (longitude, latitude), its width in kilometres, and what is on it.
# picture:
#   map:
#     center: [128.5, 41.6]
#     width: 2600
#     subject: [North Korea]
#     related: [Russia]
#   alt: What it shows, for whoever does not see it.
#   caption: Its caption.

# A list of all that the essay cites, at its end: true, or divided into primary sources and others.
# sources: true

# Remarks by the editors of the site, shown below the notes. One that is about a note has the key of its source.
# remarks:
#   - text: What the editors say.
#     about: ${key === undefined ? 'kim2019' : yaml(key)}
---

${body ?? firstParagraph(key)}
`;
}

const authorsExample = `# authors:
#   - Müller, Anna
#   - '{Research Council, Oslo}'`;

/** What an essay begins with before anything is written. */
export const placeholder = 'Write here; an empty line parts two paragraphs.';

function firstParagraph(key: string | undefined): string {
  const words = `${placeholder} A source is cited where its note belongs`;
  // As code, it cites nothing.
  return key === undefined ? `${words}, as in \`[@key]\`.` : `${words}.[${writeKey(key)}]`;
}

/** YAML 1.1 takes more for dates, numbers and switches than 1.2 does, so what is quoted for it is safe in both. */
function yaml(value: unknown): string {
  return stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
}
