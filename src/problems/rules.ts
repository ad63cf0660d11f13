/**
 * The catalogue of everything that can be wrong. An id says what should be true and never changes; README.md
 * shows the same table, and a test compares the two.
 */

/** An error stops the build; a warning is shown, and stops it under `--strict`. */
export type Severity = 'error' | 'warning';

export interface Rule {
  readonly severity: Severity;
  /** What should be true, in a sentence. */
  readonly statement: string;
  /** What to do when it is not, in a sentence. */
  readonly advice: string;
}

export const rules = {
  'anchor-has-a-letter': {
    severity: 'error',
    statement: 'No key or label is a number.',
    advice: 'Give it a word; numbers are the site’s.',
  },
  'anchor-is-unique': {
    severity: 'error',
    statement: 'No two notes of an essay share an anchor.',
    advice: 'Change the key, label or words of one of the two.',
  },
  'attribute-is-known': {
    severity: 'error',
    statement: 'An attribute in braces says a language or a direction, and says one that there is.',
    advice: 'Write `{lang=ru}` or `{dir=rtl}`; `.smallcaps` and `#name` need no value.',
  },
  'author-is-one-name': {
    severity: 'warning',
    statement: 'Every author of an essay is one person or one organization.',
    advice:
      "Give each name a line of its own; an organization stands in braces: `- '{Smith and Sons}'`.",
  },
  'bibliography-is-readable': {
    severity: 'error',
    statement: 'The bibliography is there and can be read.',
    advice: 'Restore it, or correct its path in `src/site.ts`.',
  },
  'bibliography-parses': {
    severity: 'error',
    statement: 'Every entry is BibTeX, BibLaTeX or CSL-JSON.',
    advice: 'Look for a missing brace, quotation mark or comma here or on the line before.',
  },
  'bibliography-word-is-defined': {
    severity: 'error',
    statement:
      'Text in BibTeX stands in braces or quotation marks, or is a word that `@string` defines.',
    advice: 'Put it in braces, or define it before the entry: `@string{name = {text}}`.',
  },
  'citation-is-in-the-text': {
    severity: 'error',
    statement: 'Front matter cites nothing.',
    advice: 'Cite it in the text of the essay.',
  },
  'citation-is-well-formed': {
    severity: 'error',
    statement: 'What begins as a citation is one.',
    advice: 'Write `[@key]`, `[@key, p. 12]` or `[see @one; @two, pp. 3-4]`, in one paragraph.',
  },
  'citation-key-exists': {
    severity: 'error',
    statement: 'Every cited key is in the bibliography.',
    advice: 'Correct the key, or add the source to the bibliography.',
  },
  'citation-style-is-readable': {
    severity: 'error',
    statement: 'The citation style is there and can be read.',
    advice: 'Restore it, or correct its path in `src/site.ts`.',
  },
  'citation-style-locale-exists': {
    severity: 'error',
    statement: 'The language of the citation style has its CSL locale beside it.',
    advice: 'Put it there, from <https://github.com/citation-style-language/locales>.',
  },
  'citation-style-parses': {
    severity: 'error',
    statement: 'The citation style is an independent CSL style.',
    advice: 'Mend it, or put one from <https://www.zotero.org/styles> in its place.',
  },
  'correction-is-of-a-paragraph': {
    severity: 'error',
    statement: 'A correction is of a paragraph that is there.',
    advice:
      'Correct its anchor, which the page shows beside a paragraph as its number, or leave it out.',
  },
  'division-is-closed': {
    severity: 'error',
    statement: 'What a line of three colons begins, another ends.',
    advice: 'Write `:::` on a line of its own below it.',
  },
  'essay-address-is-unique': {
    severity: 'error',
    statement: 'No two pages have the same address.',
    advice: 'Rename the file of one of the two.',
  },
  'essay-file-is-in-place': {
    severity: 'error',
    statement: 'Every essay is `name.mdx`, or `index.mdx` in a folder of its name.',
    advice: 'Move or rename it so; only these are published.',
  },
  'essay-has-no-code': {
    severity: 'error',
    statement: 'The text of an essay has nothing in it that a build would run.',
    advice:
      'Write `\\{` and `\\<` where a brace or a less-than sign is meant; both begin code otherwise.',
  },
  'essay-is-utf-8': {
    severity: 'error',
    statement: 'Every essay is a file in UTF-8.',
    advice: 'Save it again as UTF-8; editors offer that under “Save with Encoding” or “Save As”.',
  },
  'essay-name-is-an-address': {
    severity: 'error',
    statement: 'The name of an essay is letters, digits, hyphens, dots and underscores.',
    advice: 'Rename the file; hyphens are the usual thing between words.',
  },
  'essay-parses': {
    severity: 'error',
    statement: 'The text of an essay is MDX.',
    advice:
      'Write `\\{` and `\\<` where a brace or a less-than sign is meant; both begin code otherwise.',
  },
  'formula-is-in-editions': {
    severity: 'error',
    statement: 'Every formula is TeX that Pandoc knows, too, which makes the editions.',
    advice: 'Write it with other commands; `npm run build -- --no-editions` does without editions.',
  },
  'formula-parses': {
    severity: 'error',
    statement: 'Every formula is TeX that can be set.',
    advice: 'Correct it; a dollar sign that begins no formula is written `\\$`.',
  },
  'front-matter-is-valid': {
    severity: 'error',
    statement: 'Front matter has the fields it needs and no others.',
    advice: 'Correct the field; README.md lists them.',
  },
  'image-can-be-shown': {
    severity: 'error',
    statement: 'Every image is a whole JPEG, PNG, WebP, AVIF, GIF or SVG, and is named so.',
    advice: 'Save it again: a photograph as `.jpg`, a drawing as `.png` or `.svg`.',
  },
  'image-exists': {
    severity: 'error',
    statement: 'Every image file is where the essay says.',
    advice: 'Correct the path, or put the file there; paths are from the essay’s own file.',
  },
  'image-has-a-description': {
    severity: 'error',
    statement: 'Every image says in words what it shows.',
    advice: 'Write it between the brackets: `![What it shows.](file.jpg "Caption.")`.',
  },
  'import-is-of-the-essay': {
    severity: 'error',
    statement:
      'An essay imports files of its own folder, and shared ones of `src/components/prose/`.',
    advice:
      "Put the file beside its `index.mdx`, and import it as in `import Chart from './Chart.astro'`.",
  },
  'key-differs-by-more-than-case': {
    severity: 'error',
    statement: 'No two keys differ only in capitals.',
    advice: 'Rename one of the two; in an address they are too easily taken for each other.',
  },
  'key-is-unique': {
    severity: 'error',
    statement: 'A key stands in the bibliography once.',
    advice: 'Delete the double, or give it a key of its own.',
  },
  'label-exists': {
    severity: 'error',
    statement: 'Every label that an essay refers to is in it.',
    advice:
      'Correct it, or give the label to what is meant, as in `{#fig-tumen}`; where no reference is meant, write `\\@`.',
  },
  'label-is-in-place': {
    severity: 'error',
    statement: 'A label stands behind what its first letters say.',
    advice:
      '`fig-` is for an image that stands alone, `tbl-` for the caption below a table, `eq-` for a formula between `$$`, `sec-` for a heading.',
  },
  'label-is-no-key': {
    severity: 'error',
    statement: 'No label is a key of the bibliography.',
    advice: 'Give one of the two another name.',
  },
  'label-is-unique': {
    severity: 'error',
    statement: 'A label stands in an essay once, and is no anchor of the site.',
    advice: 'Give one of the two another label.',
  },
  'label-is-used': {
    severity: 'warning',
    statement: 'The essay refers to everything that it gives a label.',
    advice: 'Refer to it, as in `@fig-tumen`, or take the label away.',
  },
  'letter-is-in-a-font': {
    severity: 'error',
    statement: 'Every letter is in a font of the PDF.',
    advice: 'Add a font that has it to `print.fonts` in `src/site.ts`.',
  },
  'link-leads-somewhere': {
    severity: 'error',
    statement: 'Every link inside the site leads to a page, a file or an anchor that is there.',
    advice:
      'Correct it; write it from the top of the site, as in `/2019/09/my-essay/#p4`, or from the page it is on.',
  },
  'linked-file-tells-no-place': {
    severity: 'error',
    statement: 'No picture that an essay links to says where it was taken.',
    advice: 'Save it without its location, as `exiftool -gps:all= photo.jpg` does.',
  },
  'map-has-room-for-names': {
    severity: 'warning',
    statement: 'A map has room for every name.',
    advice: 'Move its point, shorten it, or show fewer kilometres or names.',
  },
  'map-shows-what-it-names': {
    severity: 'error',
    statement: 'What a map names is in view on every screen, also where its sides are cropped.',
    advice:
      'Move the `center`, raise the `width`, or leave it out; a far city belongs to `beyond`.',
  },
  'note-has-text': {
    severity: 'error',
    statement: 'A note says something.',
    advice: 'Write it, or delete it.',
  },
  'note-is-defined': {
    severity: 'error',
    statement: 'Every `[^label]` has its text.',
    advice: 'Add a line that begins with the label and a colon, as in `[^tumen]: The river.`',
  },
  'note-is-outside-headings': {
    severity: 'error',
    statement: 'No note stands in a heading.',
    advice: 'Move it to the end of a sentence of the text below.',
  },
  'note-is-outside-links': {
    severity: 'error',
    statement: 'No note stands inside a link.',
    advice: 'Move it behind the link.',
  },
  'note-is-outside-notes': {
    severity: 'error',
    statement: 'No note stands inside a note.',
    advice: 'Write its words there; a note may cite sources but hold no further note.',
  },
  'note-is-unique': {
    severity: 'error',
    statement: 'A label has one text.',
    advice: 'Delete one of the two, or give it another label.',
  },
  'note-is-used': {
    severity: 'error',
    statement: 'The text of every note has a marker.',
    advice: 'Type its label where it belongs, or delete the note.',
  },
  'organization-is-braced': {
    severity: 'warning',
    statement: 'An organization whose name has “and” in it stands in two pairs of braces.',
    advice: 'Write `author = {{Ministry of Trade and Industry}}`, or correct the names.',
  },
  'page-ids-are-unique': {
    severity: 'error',
    statement: 'No two elements of a page share an id.',
    advice: 'Rename one of the two; a heading takes its id from its words.',
  },
  'page-keeps-its-policy': {
    severity: 'error',
    statement: 'No page needs what the security policy of the site forbids.',
    advice: 'Leave it out: scripts, frames, forms, and whatever is loaded from another site.',
  },
  'page-shows-no-leftover': {
    severity: 'error',
    statement: 'No built file shows what a template leaves where a value was missing.',
    advice: 'Give the missing value; set the word as code where the word is meant.',
  },
  'page-shows-no-raw-citation': {
    severity: 'error',
    statement: 'No built page shows `[@key]`.',
    advice:
      'Cite in the text of an essay, not inside JSX; set it as code where the characters are meant.',
  },
  'pasted-source-is-readable': {
    severity: 'error',
    statement: 'What `npm run cite` is given is BibTeX, BibLaTeX, RIS or CSL-JSON.',
    advice: 'Copy it again, whole, from Zotero or from the page of the publisher.',
  },
  'permalink-is-kept': {
    severity: 'error',
    statement: 'Every page and anchor that was ever published still is.',
    advice: 'Bring it back, or run `npm run permalinks` to make it lead to what took its place.',
  },
  'permalink-keeps-its-meaning': {
    severity: 'error',
    statement: 'A note anchor means the source it was published for.',
    advice:
      'Give the new source a key of its own; if it is the same source, run `npm run permalinks`.',
  },
  'permalinks-are-readable': {
    severity: 'error',
    statement: 'The register of permalinks is as this site writes it.',
    advice:
      'Restore it from an earlier version; `npm run permalinks` makes a new one where there is none.',
  },
  'site-address-is-well-formed': {
    severity: 'error',
    statement: 'The address that the site is published at is a web address.',
    advice: 'Set it as in `SITE_URL=https://essays.example/`, or leave it out.',
  },
  'site-language-has-words': {
    severity: 'warning',
    statement: 'The words that the site adds are in its language.',
    advice: 'Add them: .github/CONTRIBUTING.md says how, under “Add a language”.',
  },
  'site-settings-are-valid': {
    severity: 'error',
    statement: 'The settings of the site say something, and its language is one.',
    advice: 'Correct the setting; each is explained in `src/site.ts`.',
  },
  'placeholder-is-replaced': {
    severity: 'warning',
    statement: 'No published essay has the words that a new file comes with.',
    advice: 'Write the essay in their place, or make it a draft: `draft: true`.',
  },
  'source-can-be-printed': {
    severity: 'error',
    statement: 'The citation style prints something for every source cited.',
    advice: 'Complete the entry, or mend the style.',
  },
  'source-date-exists': {
    severity: 'error',
    statement: 'A date is one of the calendar.',
    advice: 'Write it as `2019`, `2019-04` or `2019-04-29`.',
  },
  'source-date-has-a-year': {
    severity: 'warning',
    statement: 'A date has its year.',
    advice: 'Find the year; of a source without one, write `n.d.`.',
  },
  'source-doi-is-bare': {
    severity: 'warning',
    statement: 'A DOI stands by itself.',
    advice: 'Leave out what stands before it; it is printed without that.',
  },
  'source-doi-is-well-formed': {
    severity: 'error',
    statement: 'A DOI is a name as `10.1000/182`.',
    advice: 'Copy it again; it begins with 10 and has a slash.',
  },
  'source-field-is-plain': {
    severity: 'error',
    statement: 'No field of an entry has HTML in it.',
    advice: 'Leave the tags out; \\emph{…} makes italics, and \\& an ampersand.',
  },
  'source-has-a-creator': {
    severity: 'warning',
    statement: 'A source has an author, an editor or an organisation.',
    advice: 'Add it, if it has one.',
  },
  'source-has-a-date': {
    severity: 'warning',
    statement: 'A source has a date.',
    advice: 'Add it, or `n.d.` if it has none.',
  },
  'source-has-a-place': {
    severity: 'warning',
    statement:
      'A reader can find the source: it has a URL, a DOI, a publisher or what it is part of.',
    advice: 'Add where it is found: a URL, a DOI, a publisher, what it is part of, an archive.',
  },
  'source-has-a-title': {
    severity: 'warning',
    statement: 'A source has a title.',
    advice: 'Add it, or a description in its place.',
  },
  'source-is-cited': {
    severity: 'warning',
    statement: 'Every source is cited by some essay.',
    advice: 'Cite it, or delete it.',
  },
  'source-is-listed-once': {
    severity: 'warning',
    statement: 'A source has one entry.',
    advice: 'Keep one of the two, with all that is known, and cite it by its key.',
  },
  'source-url-is-well-formed': {
    severity: 'error',
    statement: 'A URL is a web address, encoded as the standard asks (RFC 3986).',
    advice: 'Copy it from the address bar of a browser; a space is `%20` there.',
  },
  'translation-has-an-original': {
    severity: 'error',
    statement:
      'What an essay is a translation of is another essay of the site, in another language.',
    advice: 'Write the address of the essay that was translated first, as in `/2019/09/my-essay/`.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
