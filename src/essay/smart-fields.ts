import { smartPunctuation } from '../i18n/smart-punctuation.ts';
import type { FrontMatter } from './front-matter.ts';

/** Front matter with the punctuation of its language. Names stay as they are typed. */
export function smartFields(fields: FrontMatter, lang: string): FrontMatter {
  const { title, description, remarks, picture } = fields;
  const smart = (words: string) => smartPunctuation(words, lang);
  return {
    ...fields,
    title: smart(title),
    ...(description !== undefined && { description: smart(description) }),
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
