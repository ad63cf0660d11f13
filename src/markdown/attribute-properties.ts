/** Attributes of Pandoc's as those of HTML: an id, classes, and a language with its direction. */
import type { Properties } from 'hast';
import { langAttributes } from '../i18n/lang-attributes.ts';
import type { TypedAttributes } from './mdast-attributes.ts';

/** `around` is the language of the words around it, BCP 47. */
export function attributeProperties(
  { id, classes, values }: Pick<TypedAttributes, 'id' | 'classes' | 'values'>,
  around: string,
): Properties {
  const lang = values.get('lang');
  const dir = values.get('dir');
  return {
    ...(lang !== undefined && isLanguage(lang) && langAttributes(lang, around)),
    ...(dir !== undefined && { dir }),
    ...(id !== undefined && { id }),
    ...(classes.length > 0 && { className: [...classes] }),
  };
}

/** What is wrong with attributes of words, as the end of a sentence; `undefined` when nothing is. */
export function attributeFault(values: TypedAttributes['values']): string | undefined {
  const unknown = [...values.keys()].find((name) => name !== 'lang' && name !== 'dir');
  if (unknown !== undefined) return `has the attribute “${unknown}”, which means nothing here`;
  const lang = values.get('lang');
  if (lang !== undefined && !isLanguage(lang)) return `names no language by “${lang}”`;
  const dir = values.get('dir');
  if (dir === undefined || dir === 'ltr' || dir === 'rtl') return undefined;
  return `names no direction by “${dir}”, which is “ltr” or “rtl”`;
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}
