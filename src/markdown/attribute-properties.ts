/** Attributes of Pandoc's as those of HTML: an id, classes, and a language with its direction. */
import type { Properties } from 'hast';
import { langAttributes } from '../i18n/lang-attributes.ts';
import type { Problem } from '../problems/problem.ts';
import type { AttributesNode, TypedAttributes } from './mdast-attributes.ts';

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

/** The language and the direction alone, of what has an id and classes in ways of its own. */
export function languageProperties(
  { values }: Pick<TypedAttributes, 'values'>,
  around: string,
): Properties {
  return attributeProperties({ id: undefined, classes: [], values }, around);
}

/** What is wrong with attributes, wherever they are typed in the essay of this name. */
export function attributeProblems(
  { attributes, position, value }: AttributesNode,
  file: string,
): Problem[] {
  const fault = attributeFault(attributes.values);
  if (fault === undefined) return [];
  const { line = 1, column = 1 } = position?.start ?? {};
  const about = { file, place: { line, column }, length: value.length };
  return [{ rule: 'attribute-is-known', ...about, message: `“${value}” ${fault}.` }];
}

/** As the end of a sentence; `undefined` when nothing is wrong. */
function attributeFault(values: TypedAttributes['values']): string | undefined {
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
