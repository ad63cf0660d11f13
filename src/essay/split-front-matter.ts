export interface SplitEssay {
  /** What stands between the dashes, or nothing when there are none. */
  readonly yaml: string | undefined;
  /** The whole text with the front matter blanked out, so that lines and columns stay true. */
  readonly body: string;
}

/** Parts an essay's file (as text) into its front matter and its prose. */
export function splitFrontMatter(text: string): SplitEssay {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?^)---[ \t]*$/m.exec(text);
  if (match === null || match.index > 0) return { yaml: undefined, body: text };
  const blank = match[0].replace(/[^\r\n]/g, ' ');
  return { yaml: match[1] ?? '', body: blank + text.slice(match[0].length) };
}
