/**
 * The text of a field: `rich` has the markup that CSL knows in it (`<i>Some</i>`), as sources do; `plain` means
 * what it looks like, as the title of an essay does.
 * https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
 */
export type TextKind = 'plain' | 'rich';

const markup = /<\/?(?:i|b|sc|sup|sub|span)(?: (?:class|style)="[^"<>]*")?>/g;

/** Rich text as plain text. */
export function toPlain(rich: string): string {
  return rich.replace(markup, '');
}
