/** What the fuzz tests feed the site: text that is hostile, broken, or made by the rules of an essay. */
import fc from 'fast-check';

/** Any UTF-16 there can be, lone surrogates and NUL included. */
export const anyText = fc.oneof(
  // Not the unit `binary`, for which it makes a table of a million signs.
  fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
  fc.string(),
);

/** Pieces of some language in any order, with anything between them. */
function soup(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: anyText },
  );
  return fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
}

/** What an attacker would type into a field: never a letter or digit of the author's own. */
const hostilePieces = [
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<i>',
    '</i>',
    '<b',
    '<sc>',
    '</sup>',
  ],
  ...['<span class="nocase">', '</span>', '<!--', '-->', '<![CDATA[', '<svg/onload=alert(1)>'],
  ...[
    '</div>',
    '<a href="javascript:alert(1)">',
    'javascript:alert(1)',
    '"',
    "'",
    '\u201C',
    '\u2019',
  ],
  ...['&', '&amp;', '&#60;', '&lt;script&gt;', '<', '>', '=', '`', '$&', '$1', "$'", '$$'],
  ...['%%STRING%%', '%%PARAM%%', '||', '{', '}', '[', ']', '@', ';', '\\', '*', '_', '~', '|', ':'],
  ...['{:URL: javascript:alert(1)}', '?', '!', ',', '.', '\n', '\r\n', '\t', '\u0000', '\uD800'],
  ...[
    '\uE000',
    '\uDE00\uDE00',
    '\uF8FF',
    '\u202E',
    '\u200F',
    '\u2028',
    '\uFEFF',
    '\u{1F468}\u200D\u{1F469}',
    ' ',
  ],
];

/** Hostile, and sometimes very long. */
export const hostileText = fc.oneof(
  { weight: 12, arbitrary: soup(hostilePieces) },
  { weight: 1, arbitrary: soup(hostilePieces).map((text) => text.repeat(80)) },
);

/** A word of an author, in letters and digits of several scripts. */
const word = fc.constantFrom(
  'Korea',
  'war',
  'Müller',
  '북한',
  'отношения',
  '1950',
  'x',
  'السلام',
  '朝鮮',
);

export interface HostileTitle {
  readonly text: string;
  /** The author's words in it, which a reader must find. */
  readonly words: readonly string[];
}

const hostileTitle: fc.Arbitrary<HostileTitle> = fc
  .tuple(word, fc.array(fc.tuple(soup(hostilePieces), word), { maxLength: 4 }))
  .map(([first, others]) => ({
    text: [first, ...others.flat()].join(' '),
    words: [first, ...others.map(([, each]) => each)],
  }));

const address = fc.oneof(
  fc.constantFrom('javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'https:'),
  fc.constantFrom(
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    '//x.test',
  ),
  hostileText.map((text) => `https://example.org/${text}`),
  hostileText,
);

const cslTypes = [
  ...['book', 'chapter', 'article-journal', 'article-newspaper', 'webpage', 'report', 'thesis'],
  ...['motion_picture', 'personal_communication', 'entry', 'nonsense', 'constructor', '__proto__'],
];

const hostileDate = fc.oneof(
  fc.record({ 'date-parts': fc.array(fc.array(fc.integer(), { maxLength: 4 }), { maxLength: 3 }) }),
  fc.record({ 'date-parts': fc.constant([[2019, 4, 29]]) }),
  fc.record({ literal: hostileText }),
  fc.record({ raw: hostileText }),
);

const hostileNames = fc.array(
  fc.oneof(
    fc.record({ family: hostileText, given: hostileText }, { requiredKeys: [] }),
    fc.record({ literal: hostileText }),
  ),
  { maxLength: 4 },
);

const hostileField = fc.constantFrom(
  ...['container-title', 'collection-title', 'publisher', 'publisher-place', 'genre', 'volume'],
  ...['issue', 'number', 'page', 'edition', 'event-title', 'note', 'abstract', 'title-short'],
  ...['archive', 'medium', 'version', 'status', 'language', 'section', 'locator', 'citation-label'],
);

/** An item of CSL-JSON with every field hostile, and the words of its title. */
export const hostileItem = fc
  .record({
    title: hostileTitle,
    type: fc.constantFrom(...cslTypes),
    fields: fc.dictionary(hostileField, hostileText, { maxKeys: 6 }),
    rest: fc.record(
      {
        author: hostileNames,
        editor: hostileNames,
        issued: hostileDate,
        accessed: hostileDate,
        URL: address,
        DOI: address,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ title, type, fields, rest }) => ({
    words: title.words,
    item: { ...fields, ...rest, type, title: title.text },
  }));

/** What an author may type around a key, without what would end or part the citation. */
export const hostileWords = soup([
  ...hostilePieces.filter((piece) => !/[@;[\]{}]/.test(piece)),
  ...['[x](javascript:alert(1))', '![x](https://example.org/x.png)', '<javascript:alert(1)>', '**'],
  ...[
    '<https://example.org>',
    '[x][y]',
    'see',
    '1.',
    '#',
    '- ',
    '> ',
    '    ',
    '~~~',
    '<b>bold</b>',
  ],
  ...['Qxqxqxq', 'Qxqxxqxq', 'sourceO', 'p. 3', 'iv', '12', '(', ')', '\\[', '\\]', 'a@b.org'],
]).map((text) => text.toWellFormed().replace(/[;{}]|(?<![\p{L}\p{M}\p{N}_])@/gu, ''));

const bibtexPieces = [
  ...[
    '@',
    '@book',
    '@article{',
    '@online(',
    '@string{',
    '@preamble{',
    '@comment{',
    '{',
    '}',
    '(',
    ')',
  ],
  ...[
    '"',
    ',',
    '=',
    '#',
    '%',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\n@',
    '\n  @misc{',
    'key',
    '12',
    '-3',
  ],
  ...[
    'title',
    'author',
    ' = {',
    '},\n',
    'date = {',
    'url = {',
    'year = 2019',
    'month = jan',
    'and',
  ],
  ...[
    'crossref = {key}',
    'author+an = {',
    '1=',
    ';',
    ':',
    '"family-first"',
    '..',
    '/',
    '2019-02-30',
  ],
];

const latexPieces = [
  ...[
    '{',
    '}',
    '$',
    '^',
    '_',
    '\\',
    '\\"o',
    '\\v{s}',
    "\\'",
    '\\emph{',
    '\\begin{it}',
    '\\end{it}',
  ],
  ...[
    '\\begin',
    '\\end',
    '\\alpha',
    '\\char',
    '\\ElsevierGlyph{',
    '\\href{',
    '\\url{',
    '\\&',
    '\\%',
  ],
  ...[
    '\\enquote{',
    '\\textsuperscript{',
    '\\noopsort{',
    '~',
    '--',
    '---',
    '``',
    "''",
    ' and ',
    ', ',
  ],
  ...['family=', 'given=', 'others', '=', '-', ' ', '<script>', '<i>', 'javascript:alert(1)', '&'],
  ...[
    'Müller',
    'Korea',
    'von der',
    'https://example.org/',
    '2019',
    '2019-04-29',
    '/',
    '..',
    '\u0000',
  ],
];

const bibtexField = fc.constantFrom(
  ...['author', 'editor', 'translator', 'title', 'subtitle', 'date', 'year', 'month', 'day', 'url'],
  ...[
    'urldate',
    'doi',
    'eprint',
    'eprinttype',
    'isbn',
    'issn',
    'isrn',
    'pages',
    'volume',
    'number',
  ],
  ...['journaltitle', 'booktitle', 'maintitle', 'series', 'publisher', 'location', 'institution'],
  ...['organization', 'eventtitle', 'eventtitleaddon', 'eventdate', 'howpublished', 'keywords'],
  ...['langid', 'language', 'note', 'type', 'entrysubtype', 'crossref', 'xdata', 'related', 'ids'],
  ...['author+an', 'author+an:order', 'editor+an:order', 'origdate', 'pubstate', 'constructor'],
);

const bibtexEntry = fc
  .tuple(
    fc.constantFrom(
      '@book',
      '@article',
      '@online',
      '@incollection',
      '@report',
      '@misc',
      '@nonsense',
    ),
    fc.constantFrom('a', 'b', 'A', 'a:1', 'kim2019', 'mu\u0308ller', '__proto__', '\u202E', '12'),
    fc.array(
      fc.tuple(bibtexField, soup(latexPieces), fc.constantFrom('{}', '""', '  ', '{}{', '}}')),
      { maxLength: 5 },
    ),
    fc.constantFrom('\n}\n', '}', '\n', ',}', ')'),
  )
  .map(([type, key, fields, end]) => {
    const lines = fields.map(
      ([name, value, [open, close]]) => `  ${name} = ${open}${value}${close}`,
    );
    return `${type}{${[key, ...lines].join(',\n')}${end}`;
  });

/** A bibliography in BibTeX, whole or broken. */
export const bibtexText = fc.oneof(
  anyText,
  soup(bibtexPieces),
  fc.array(bibtexEntry, { maxLength: 4 }).map((entries) => entries.join('')),
  fc
    .tuple(fc.array(bibtexEntry, { minLength: 1, maxLength: 3 }), soup(bibtexPieces))
    .map(([entries, rest]) => entries.join(rest)),
);

const cslValue = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 2 }), hostileDate, hostileNames);

/** A bibliography in CSL-JSON, whole or broken. */
export const cslJsonText = fc
  .tuple(
    fc.oneof(
      fc.json(),
      anyText,
      fc
        .array(
          fc.tuple(
            fc.oneof(
              hostileItem.map(({ item }) => item),
              fc.constant({}),
            ),
            fc.dictionary(
              fc.constantFrom('id', 'type', 'title', 'issued', 'author', 'URL', '__proto__'),
              cslValue,
            ),
          ),
          { maxLength: 3 },
        )
        .map((items) =>
          JSON.stringify(
            items.map(([item, odd]) => ({ id: 'a', ...item, ...odd })),
            null,
            1,
          ),
        ),
    ),
    fc.option(fc.nat(400), { freq: 4 }),
  )
  .map(([text, cut]) => (cut === null ? text : text.slice(0, cut)));

/** Sources in RIS, whole or broken. */
export const risText = fc.oneof(
  anyText,
  soup([
    ...[
      'TY  - ',
      'ER  - ',
      'AU  - ',
      'TI  - ',
      'T2  - ',
      'DA  - ',
      'PY  - ',
      'UR  - ',
      'DO  - ',
      'Y2  - ',
    ],
    ...[
      'ID  - ',
      'ED  - ',
      'N1  - ',
      'XX  - ',
      'JOUR',
      'JOURN',
      'ELEC',
      'NEWS',
      'chap',
      'NOPE',
      '__proto__',
    ],
    ...[
      '\n',
      '\r\n',
      '\r',
      'Kim, A',
      'United Nations',
      ',',
      ', ,',
      ' - ',
      '  - ',
      '<i>',
      '2018/11/02/',
    ],
    ...[
      '2018//',
      '/',
      '2018-13',
      '10.1000/182',
      'https://doi.org/10.1000/182',
      'https://a.example/ b',
    ],
  ]),
  fc
    .array(
      fc
        .array(
          fc.tuple(fc.constantFrom('AU', 'TI', 'T2', 'PY', 'UR', 'PB', 'SP', 'ID'), hostileText),
        )
        .map((lines) => lines.map(([tag, text]) => `${tag}  - ${text}\n`).join('')),
      { maxLength: 3 },
    )
    .map((records) => records.map((lines) => `TY  - BOOK\n${lines}ER  - \n`).join('\n')),
);

/** A source that nothing is wrong with, whatever its words: as CSL-JSON. */
export const soundItem = fc
  .tuple(hostileTitle, hostileText, hostileText)
  .map(([title, volume, note]) => ({
    id: 'x',
    type: 'book',
    title: withoutMarkup(title.text),
    author: [{ family: 'Müller', given: 'Anna' }],
    issued: { 'date-parts': [[2019, 4]] },
    publisher: 'Verlag',
    volume: withoutMarkup(volume),
    note,
  }));

function withoutMarkup(text: string): string {
  return text.toWellFormed().replace(/[<>]|\p{Cc}|\p{Co}/gu, ' ');
}

const xmlPieces = [
  ...[
    '<?xml version="1.0"?>',
    '<?note-links titles?>',
    '<?',
    '?>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<!DOCTYPE x>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<style>',
    '<style class="note">',
    '</style>',
  ],
  ...[
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" default-locale="ko">',
    '<citation>',
  ],
  ...[
    '</citation>',
    '<bibliography>',
    '</bibliography>',
    '<layout>',
    '</layout>',
    '<layout/>',
    '<if',
  ],
  ...['<macro name="m">', '</macro>', '<text macro="m"/>', '<text macro="none"/>', '<choose>'],
  ...['</choose>', '<if position="first">', '</if>', '<else-if match="any" position="subsequent">'],
  ...[
    '</else-if>',
    '<else>',
    '</else>',
    '&amp;',
    '&x;',
    '&#0;',
    '<',
    '>',
    '"',
    '=',
    ' ',
    '\n',
    '\r',
  ],
  ...['\u0000', '\uD800', '\uFEFF', 'default-locale="-"', 'macro="__proto__"', '<constructor/>'],
];

const cslStyle = fc.array(fc.constantFrom(...xmlPieces), { maxLength: 12 }).map((parts) => {
  const inner = parts.join('');
  return `<style class="note"><citation><layout>${inner}</layout></citation></style>`;
});

/** A citation style, whole or broken. */
export const xmlText = fc.oneof(anyText, soup(xmlPieces), cslStyle);

/** The text between two brackets, meant as a citation or nearly so. */
export const citationText = fc.oneof(
  anyText,
  soup([
    ...[
      '@',
      '@kim2019',
      '-@lee2018',
      '@{a b}',
      '@{https://x.test/}',
      ';',
      ',',
      ' ',
      '\n',
      'see',
      '{',
    ],
    ...[
      '}',
      '{p. 3}',
      'p.',
      'pp. 3-4',
      'chap.',
      'iv',
      '12',
      '12ff.',
      '§',
      '–',
      '--',
      'and',
      ':',
      '*',
    ],
    ...['[', ']', '<', 'vol. 2, p. 5', 'sub verbo', 'mu\u0308ller', '北', '٣', '-', '_', '.'],
  ]),
);

/** A date as a bibliography may have it, or nearly so. */
export const dateText = fc.oneof(
  anyText,
  soup([...'0123456789-/XTu?~%.', '2019', '-04', '-30', '..', 'jan', '21', 'Z', ' ']),
);

/** The prose of an essay, in Markdown and MDX, whole or broken. */
export const bodyText = fc.oneof(
  anyText,
  soup([
    ...[
      '[@kim2019]',
      '[see @kim2019, p. 3; @lee2018]',
      '[@nobody]',
      '[-@',
      '[@',
      '@kim2019',
      '[^a]',
    ],
    ...[
      '[^b]',
      '[^',
      '\n\n[^a]: Text.',
      '\n\n[^b]: [@kim2019]',
      '\n    more',
      '[',
      ']',
      '(',
      ')',
      '{',
    ],
    ...[
      '}',
      '{1+1}',
      '{/*',
      '*/}',
      '<',
      '>',
      '/>',
      '<div>',
      '</div>',
      '<Note a={1} {...b}>',
      '</Note>',
    ],
    ...[
      '<>',
      '</>',
      '\n# ',
      '\n## Notes',
      '\n===',
      '\n- ',
      '\n1. ',
      '\n> ',
      '\n| a | b |\n| - | - |\n',
    ],
    ...[
      '|',
      '\n```\n',
      '`',
      '*',
      '**',
      '_',
      '~~',
      '\\',
      '!',
      '![x](y)',
      '[x](y)',
      '[x]: y',
      '<!--',
    ],
    ...[
      '\nimport a from "b"\n',
      '\nexport const a = 1\n',
      '---',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
    ],
    ...[
      'https://example.org',
      'a@b.org',
      '&amp;',
      '&#0;',
      '\u0000',
      '\uD800',
      '\u2028',
      '\uFEFF',
      'a',
    ],
  ]),
);

/** The head of an essay, in YAML, whole or broken. */
export const yamlText = fc.oneof(
  anyText,
  soup([
    ...[
      'title: ',
      'date: ',
      'lang: ',
      'authors: ',
      'remarks:\n',
      '  - about: ',
      '    text: ',
      '\n',
    ],
    ...[
      '2019-02-30',
      '2019-09',
      '2019',
      '9999-99-99',
      '2019-09-14T10:00:00Z',
      '0000-00-00',
      'ko',
      '~',
    ],
    ...[
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '*b',
      '<<: ',
      '!!set ',
      '!!omap ',
      '? ',
    ],
    ...[
      '!!binary ',
      '!x ',
      '- ',
      ': ',
      '#',
      '%',
      '@kim2019',
      '[@kim2019]',
      '---\n',
      '...\n',
      '\r\n',
    ],
    ...['\r', '\t', '  ', 'null', '.nan', '.inf', '0x1F', '__proto__: ', 'constructor: ', '\u0000'],
    ...['kim2019', 'title', 'tilte: x', '\u2028', '\uFEFF', '\uD800'],
  ]),
);

/** The file of an essay, with or without a head. */
export const essayText = fc.oneof(
  anyText,
  fc
    .tuple(fc.constantFrom('---\n', '---\r\n', '\uFEFF---\n', '--- \n', '---'), yamlText, bodyText)
    .map(([open, yaml, body]) => `${open}${yaml}\n---\n${body}`),
);

/** A marker as typed, and what its note says: two markers of one meaning share a number. */
interface Marker {
  readonly typed: string;
  readonly meaning: string;
  /** Of a discursive note, its label with the mark around it. */
  readonly label?: string;
}

/** An essay with nothing wrong in it. */
export interface ValidEssay {
  readonly body: string;
  /** The meaning of every marker, in reading order. */
  readonly meanings: readonly string[];
}

/** Labels with what they are when capitals do not count. */
const labels = [
  ...['tumen', 'Tumen', 'TUMEN', 'über', 'Über', '북한', 'a.b', 'a_b', 'a:b', 'straße', 'STRASSE'],
  ...['constructor', '__proto__', 'x-', '😀a', 'é'],
].map((typed) => ({ typed, meaning: typed.toLowerCase().toUpperCase().normalize('NFC') }));

function marker(keys: readonly string[]): fc.Arbitrary<Marker> {
  const key = fc.constantFrom(...keys);
  const page = fc.integer({ min: 1, max: 3 });
  const place = fc.constantFrom(...[', p. ', ', ', ', page ', ' p. ']);
  return fc.oneof(
    fc.constantFrom(...labels).map(({ typed, meaning }) => {
      const label = `[^${typed}]`;
      return { typed: label, meaning, label };
    }),
    key.map((one) => ({ typed: `[@${one}]`, meaning: one })),
    key.map((one) => ({ typed: `[@{${one}}]`, meaning: one })),
    key.map((one) => ({ typed: `[-@${one}]`, meaning: `-${one}` })),
    key.map((one) => ({ typed: `[see *further*\n@${one}]`, meaning: `see ${one}` })),
    fc
      .tuple(key, place, page)
      .map(([one, p, n]) => ({ typed: `[@${one}${p}${n}]`, meaning: `${one} ${n}` })),
    fc
      .tuple(key, key)
      .map(([one, two]) => ({ typed: `[@${one}; @${two}, passim]`, meaning: `${one}+${two}` })),
  );
}

const phrase = fc.constantFrom(
  ...[
    'Text',
    'of *the* war',
    '`[@nobody]`',
    '\\[@nobody]',
    'a@b.org,',
    '“so”',
    '&amp;',
    '1950',
    '북한',
  ],
  ...[
    '**Müller**',
    '$5',
    '50 %',
    '\\{x\\}',
    '\\<b>',
    '!',
    '(',
    ')',
    '[a link](https://example.org/)',
  ],
);

const headingWords = fc.constantFrom(
  ...['Korea', 'Korea', 'Notes', 'Notes!', 'Section Notes', 'Main', 'P1', 'P1.', 'p 1', 'fn 1'],
  ...['Fn-kim2019', 'fnref-tumen', 'Editorial remarks', '북한', '*Notes*', 'fn-1?', '1', '?'],
);

/** An essay that cites `keys`, made only of what is right. */
export function validEssay(keys: readonly string[]): fc.Arbitrary<ValidEssay> {
  const pieces = fc.array(
    fc.oneof(
      phrase.map((text) => ({ typed: ` ${text}` })),
      marker(keys),
      marker(keys).map((one) => ({ ...one, typed: `**strong${one.typed}**` })),
    ),
    { maxLength: 6 },
  );
  const frame = fc.constantFrom(
    (text: string) => `Text${text}`,
    (text: string) => `> Text${text.replaceAll('\n', '\n> ')}`,
    (text: string) => `- Text${text.replaceAll('\n', '\n  ')}`,
    (text: string) => `| Head |\n| --- |\n| Text${text.replaceAll('\n', ' ')} |`,
  );
  const prose = fc.tuple(frame, pieces).map(([around, parts]) => ({
    typed: around(parts.map(({ typed }) => typed).join('')),
    markers: parts.filter((part): part is Marker => 'meaning' in part),
  }));
  const heading = fc
    .tuple(fc.constantFrom('#', '##', '###'), headingWords)
    .map(([level, words]) => ({ typed: `${level} ${words}`, markers: [] as Marker[] }));
  const note = fc.constantFrom(
    'The river.',
    `See [@${keys[0]}, p. 7] and *others*.`,
    `[@${keys[0]}; @${keys[1] ?? keys[0]}]`,
    'One.\n\n    Two.',
    '- A list.',
  );
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 3, arbitrary: prose }, { weight: 1, arbitrary: heading }), {
        maxLength: 8,
      }),
      fc.array(note, { minLength: labels.length, maxLength: labels.length }),
      fc.boolean(),
    )
    .map(([blocks, notes, notesFirst]) => {
      const markers = blocks.flatMap((block) => block.markers);
      const used = new Map(
        markers.flatMap(({ label, meaning }) => (label === undefined ? [] : [[meaning, label]])),
      );
      const definitions = [...used.values()].map((label, index) => `${label}: ${notes[index]}`);
      const prosaic = blocks.map(({ typed }) => typed);
      const parts = notesFirst ? [...definitions, ...prosaic] : [...prosaic, ...definitions];
      return { body: parts.join('\n\n'), meanings: markers.map(({ meaning }) => meaning) };
    });
}
