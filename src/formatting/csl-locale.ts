/** Languages of citation styles: the CSL locale beside a style, or else the one that comes with the site. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { rootElement } from './csl-elements.ts';

/** A language of CSL's terms and dates. */
export interface CslLocale {
  /** BCP 47, as CSL names its locales: `en-US`. */
  readonly lang: string;
  /** The locale as XML. */
  readonly xml: string;
}

/** The text of the locale file for a language that an author put beside a style, or nothing when there is none. */
export type LocaleText = (lang: string) => string | undefined;

/** All that the CSL project has; of several for a language, the one that a style means by it comes first. */
const existing =
  'af-ZA ar bal-PK bg-BG brh-PK ca-AD cs-CZ cy-GB da-DK de-DE de-AT de-CH el-GR en-US en-GB es-ES es-CL es-MX et-EE eu fa-IR fi-FI fr-FR fr-CA gl-ES he-IL hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP km-KH ko-KR la lij-IT lt-LT lv-LV mn-MN ms-MY nb-NO nl-NL nn-NO pa-PK pl-PL pt-PT pt-BR ro-RO ru-RU sk-SK sl-SI sr-Latn-RS sr-Cyrl-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW'.split(
    ' ',
  );

/** Names of the locales that may serve a language, the best first: `de-AT`, then `de-DE`. None when CSL knows none. */
export function localesFor(lang: string): string[] {
  const [tag] = canonical(lang);
  if (tag === undefined) return [];
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const of = existing.filter((name) => new Intl.Locale(name).language === language);
  const near = (name: string) => {
    const other = new Intl.Locale(name).maximize();
    return (other.script === script ? 2 : 0) + (other.region === region ? 1 : 0);
  };
  // One that a style names exactly, the project need not know.
  return [...new Set([tag, ...of.toSorted((a, b) => near(b) - near(a))])];
}

function canonical(lang: string): string[] {
  try {
    // Norwegian without more is Bokmål.
    return Intl.getCanonicalLocales(lang.replace(/^no(?=-|$)/, 'nb'));
  } catch {
    return [];
  }
}

/** The locale for a language, `undefined` when it is neither beside the style nor here, or is no locale. */
export function findLocale(lang: string, beside: LocaleText): CslLocale | undefined {
  for (const name of localesFor(lang)) {
    const text = beside(name);
    if (text !== undefined) return readLocale(text, name);
    const shipped = shippedLocale(name);
    if (shipped !== undefined) return shipped;
  }
  return undefined;
}

export function englishLocale(): CslLocale {
  const locale = findLocale('en-US', () => undefined);
  if (locale === undefined) throw new Error('locales-en-US.xml is missing or no CSL locale.');
  return locale;
}

/** The locale of `existing` to get for a language that has none here. */
export function missingLocale(lang: string): string | undefined {
  return localesFor(lang).find((name) => existing.includes(name));
}

/** Files of the program, which do not change while it runs, and take a tenth of a second each to read. */
const shipped = new Map<string, CslLocale | undefined>();

function shippedLocale(name: string): CslLocale | undefined {
  if (!existing.includes(name)) return undefined;
  if (!shipped.has(name)) {
    const file = join(import.meta.dirname, 'locales', `locales-${name}.xml`);
    shipped.set(name, existsSync(file) ? readLocale(readFileSync(file, 'utf8'), name) : undefined);
  }
  return shipped.get(name);
}

/** The formatter finds the language by a pattern that needs `xml:lang` to be the last attribute. */
function readLocale(text: string, lang: string): CslLocale | undefined {
  const element = readRoot(text);
  if (element?.name !== 'locale') return undefined;
  const { 'xml:lang': _, ...attributes } = element.attributes;
  const xml = toXml({ ...element, attributes: { ...attributes, 'xml:lang': lang } });
  return { lang, xml };
}

/** The outermost element of a locale; `undefined` when it is no XML. */
export function readRoot(text: string): Element | undefined {
  let root: Root;
  try {
    root = fromXml(text);
  } catch {
    return undefined;
  }
  return rootElement(root);
}
