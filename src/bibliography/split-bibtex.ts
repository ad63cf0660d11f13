/**
 * Where the entries of a BibTeX file begin and end. All between them is comment, and so is a line from a percent sign
 * on, as Biber reads it.
 */

/** Offsets in the text of a file. */
export interface EntrySpan {
  readonly kind: 'entry' | 'string' | 'other';
  readonly start: number;
  /** Where its key begins, or the name that an `@string` defines. */
  readonly key: number;
  /** Behind the bracket that closes it; where that is missing, where the next entry begins. */
  readonly end: number;
}

export function splitBibtex(text: string): EntrySpan[] {
  const spans: EntrySpan[] = [];
  // At the start of a line it is meant as an entry, even without a bracket.
  const head = /%.*|@\s*(\w+)\s*([{(])\s*|^[ \t]*@\s*(\w+)\b(?!\s*[{(])[ \t]*/gm;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const [words, type = match[3] ?? '', bracket] = match;
    if (words.startsWith('%')) continue;
    const start = match.index + words.indexOf('@');
    const isComment = type.toLowerCase() === 'comment';
    const end = endOfEntry(text, head.lastIndex, bracket === '(' ? ')' : '}', isComment);
    const lineEnd = text.indexOf('\n', start);
    const last = end ?? (lineEnd < 0 ? text.length : lineEnd);
    if (!isComment) spans.push({ kind: kindOf(type), start, key: head.lastIndex, end: last });
    head.lastIndex = last;
  }
  return spans;
}

function kindOf(type: string): EntrySpan['kind'] {
  if (type.toLowerCase() === 'string') return 'string';
  return type.toLowerCase() === 'preamble' ? 'other' : 'entry';
}

/**
 * Where an entry ends whose brackets hold what begins at `from`. One that nothing closes ends where a line begins with
 * another; a comment may hold whole entries, and has no end then.
 */
function endOfEntry(
  text: string,
  from: number,
  close: string,
  isComment: boolean,
): number | undefined {
  const sign = /\\[\\{}]|[{}()"]|^[ \t]*@\s*\w+\s*[{(]/gm;
  sign.lastIndex = from;
  let depth = 0;
  let isQuoted = false;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [mark] = match;
    if (mark.includes('@') && !isComment) return match.index;
    if (mark === '"' && depth === 0) isQuoted = close === ')' && !isQuoted;
    if (depth === 0 && !isQuoted && mark === close) return sign.lastIndex;
    if (mark.endsWith('{') && !mark.startsWith('\\')) depth += 1;
    if (mark === '}') depth -= 1;
  }
  return isComment ? undefined : text.length;
}
