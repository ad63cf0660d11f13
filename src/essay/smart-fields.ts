import { smartPunctuation } from '../i18n/smart-punctuation.ts';
import type { FrontMatter } from './front-matter.ts';
import { smartMarkdown } from './smart-markdown.ts';

const words = ['subtitle', 'description', 'copyright'] as const;
const formatted = ['abstract', 'dedication', 'acknowledgements', 'competingInterests'] as const;

/** Front matter with the punctuation of its language. Names stay as they are typed. */
export function smartFields(fields: FrontMatter, lang: string): FrontMatter {
  const { title, remarks, picture, series, funding, corrections } = fields;
  const smart = (typed: string) => smartPunctuation(typed, lang);
  return {
    ...fields,
    title: smart(title),
    ...changed(fields, words, smart),
    ...changed(fields, formatted, (typed) => smartMarkdown(typed, lang)),
    ...(series && { series: { ...series, title: smart(series.title) } }),
    ...(funding?.statement !== undefined && {
      funding: { ...funding, statement: smartMarkdown(funding.statement, lang) },
    }),
    corrections: corrections.map((each) => ({ ...each, text: smartMarkdown(each.text, lang) })),
    remarks: remarks.map((remark) => ({ ...remark, text: smart(remark.text) })),
    ...(picture !== undefined && {
      picture: {
        ...picture,
        alt: smart(picture.alt),
        caption: smart(picture.caption),
        ...(picture.credit !== undefined && { credit: smart(picture.credit) }),
      },
    }),
  };
}

function changed<Name extends keyof FrontMatter>(
  fields: { readonly [Each in Name]?: string | undefined },
  names: readonly Name[],
  change: (typed: string) => string,
): { [Each in Name]?: string } {
  const found: { [Each in Name]?: string } = {};
  for (const name of names) {
    const typed = fields[name];
    if (typed !== undefined) found[name] = change(typed);
  }
  return found;
}
