/**
 * TeX as far as Citation.js does not know it. A command that means a character becomes that; of any other, what it is
 * given stays, as Pandoc has it.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** The value of the field `name` without commands that Citation.js would leave as they are. */
export function plainTex(value: string, name: string): string {
  return value.includes('\\') && !verbatim.has(name) ? withKnownCommands(value) : value;
}

const verbatim = new Set(['url', 'doi', 'eprint', 'file', 'pdf', 'verba', 'verbb', 'verbc']);

function withKnownCommands(value: string): string {
  return (
    value
      .replace(/\s*\n\s*/g, ' ')
      // An accent of nothing stands beside its letter, or is a sign of its own.
      .replace(/\{\\([`'^"~=.])\}(\p{L})/gu, '\\$1{$2}')
      .replace(/\\([`'"]) ?\{\}/g, '$1')
      // Under an accent it has no dot anyway.
      .replace(/(\\[`'^"~=.]) ?(?:\{\\([ij])\}|\\([ij]) ?)/gi, '$1{$2$3}')
      .replace(/(\\[bcdHkrtuv]) ?(?:\{\\([ij])\}|\\([ij])(?![a-z]) ?)/gi, '$1{$2$3}')
      .replace(/\\enquote\*/g, '\\enquote')
      .replace(/\\ocirc(?![a-z])/gi, '\\r')
      .replace(/\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$$$1$$')
      .replace(/\^\s*(?:\\circ(?![a-z])|\{\s*\\circ\s*\})/gi, '°')
      .replace(/\\(?:bar|overline)\s*\{(\w)\}/g, '$1\u{305}')
      .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
      .replace(/\\[dt]?frac(?:\s+|(?=\d))(\w)\s*(\w)/g, '$1/$2')
      .replace(withArgument, '')
      .replace(/\\(?:([a-z]+)\s*|(.))/gis, (command, word?: string, sign?: string) => {
        const name = word ?? sign ?? '';
        const own = characters.get(name);
        if (own !== undefined) return own;
        return isKnown(name) ? command : '';
      })
  );
}

/** Commands whose argument is not to be seen, or says how the next one is set. */
const withArgument =
  /\\(?:noopsort|[hv]?phantom|[hv]space\*?|foreignlanguage|textcolor|selectlanguage|label|index|cite\w*|fontsize)\s*(?:\[[^\]]*\])?\{(?:\\.|[^{}\\])*\}/g;

function isKnown(name: string): boolean {
  if (/^(?:[&%$#_{}]|begin|end)$/.test(name)) return true;
  const { constants } = plugins.config.get('@bibtex');
  return known.some((list) => Object.hasOwn(constants[list], name));
}

const known = [
  ...['formattingEnvs', 'formattingCommands', 'commands', 'mathCommands', 'diacritics'],
  ...['argumentCommands', 'mathScriptFormatting'],
] as const;

const characters = new Map([
  ...pairs(
    'aa å AA Å ldots … dots … S § P ¶ copyright © pounds £ euro € texteuro € degree ° circ °',
  ),
  ...pairs(
    'cdot · pm ± mp ∓ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ sim ∼ infty ∞ to → in ∈',
  ),
  ...pairs('rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ times × div ÷ sqrt √ partial ∂'),
  ...pairs('ell ℓ langle ⟨ rangle ⟩ subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ prime ′ ast ∗'),
  ...pairs(
    'slash / backslash \\textbackslash{} guillemetleft « guillemetright » TeX TeX LaTeX LaTeX',
  ),
  ...[
    'par',
    'quad',
    'qquad',
    'newline',
    'linebreak',
    'space',
    'enspace',
    ' ',
    '\\',
    ';',
    ':',
    '\n',
  ].map((name): [string, string] => [name, ' ']),
  [',', '~'],
  ...['-', '/', '!', '@', 'relax'].map((name): [string, string] => [name, '']),
]);

/** Names and characters by turns. */
function pairs(text: string): [string, string][] {
  const words = text.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : []));
}
