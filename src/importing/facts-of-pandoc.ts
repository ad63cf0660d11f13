/** What the metadata of a document says of it, as Pandoc has read it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Facts, Remark } from './document.ts';
import { metaValues } from './pandoc-text.ts';
import { statedDate } from './stated-date.ts';

/** `top` is an abstract that is longer than a sentence for lists. */
export function factsOf(meta: Readonly<Record<string, unknown>>): {
  facts: Facts;
  remarks: Remark[];
  top: Element[];
} {
  const first = (...fields: readonly string[]) =>
    fields.flatMap((field) => metaValues(meta[field]))[0];
  const [title, subtitle] = [first('title'), first('subtitle')];
  const typed = first('date');
  const date = typed === undefined ? undefined : statedDate(typed);
  const said = first('description', 'abstract');
  const isShort = said === undefined || said.length <= longest;
  const remarks: Remark[] = [];
  if (typed !== undefined && date === undefined)
    remarks.push({
      kind: 'not-understood',
      message: `The date “${typed}” cannot be told; write it with --date.`,
    });
  return {
    facts: {
      title: subtitle === undefined ? title : `${title ?? ''}: ${subtitle}`,
      authors: metaValues(meta['author']),
      date,
      lang: first('lang'),
      description: isShort ? said : undefined,
    },
    remarks,
    top: isShort ? [] : [h('p', said)],
  };
}

/** Characters of a sentence or two. */
const longest = 320;
