/** LaTeX, with the files that it includes. */
import type { ReadDocument } from './document.ts';
import { includeParts } from './include-parts.ts';
import { meansNothing } from './mark-tree.ts';
import { readByPandoc } from './read-by-pandoc.ts';
import { type Beside, withBibliographies } from './with-bibliographies.ts';

export async function readLatex(
  name: string,
  typed: string,
  beside: Beside,
): Promise<ReadDocument> {
  const { text, remarks } = await includeParts(typed, beside);
  const read = await readByPandoc(name, 'latex', text);
  const named = [
    ...text.matchAll(/\\(?:addbibresource|bibliography)(?:\[[^\]]*\])?\{([^}]+)\}/g),
  ].flatMap(([, names = '']) => names.split(',').map((each) => each.trim()));
  const document = await withBibliographies(
    name,
    read,
    named.map((each) => (/\.\w+$/.test(each) ? each : `${each}.bib`)),
    beside,
  );
  const start = text.slice(0, Math.max(0, text.indexOf('\\begin{document}'))).split('\n').length;
  const skipped = read.skipped
    .filter(({ contents, line }) => line >= start && hasWords(contents))
    .map(({ contents }) => meansNothing(contents, 'LaTeX'));
  return { ...document, remarks: [...remarks, ...document.remarks, ...skipped] };
}

/** Whether a reader would miss what it is given: words, and no length and no other command. */
function hasWords(command: string): boolean {
  return !setting.test(command) && [...command.matchAll(/\{([^{}]*)\}/g)].some(isWords);
}

function isWords([, given = '']: readonly string[]): boolean {
  return /\p{L}/u.test(given) && !/^-?[\d.]*\s*(?:pt|cm|mm|em|ex|in)$|^\\\w+$/.test(given.trim());
}

const setting =
  /^\\(?:begin|end|bibitem|label|index|h?phantom|hyphenation|(?:re)?newcommand|(?:set|addto|step)counter|(?:this)?page(?:style|numbering)|bibliographystyle|printbibliography|addcontentsline|selectlanguage)\b/;
