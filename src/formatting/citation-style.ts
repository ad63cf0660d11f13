/** A CSL style and its locale, read and made ready to print notes. */
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { placeAt } from '../problems/place.ts';
import type { Place, Problem } from '../problems/problem.ts';
import { missingMacro, type NoteStyle, toNoteStyle } from './note-style.ts';

export interface CitationStyle extends NoteStyle {
  /** Whether a title's own "?" or "!" replaces the comma after it. */
  readonly questionMarkEndsComma: boolean;
  /** Whether a note whose style prints no address has its title as a link. */
  readonly linksTitles: boolean;
  readonly locale: CslLocale;
}

/** A language of CSL's terms and dates. */
export interface CslLocale {
  /** BCP 47, with a region as CSL names its locales: `en-US`. */
  readonly lang: string;
  /** The locale as XML; nothing for the one the formatter brings. */
  readonly xml?: string;
}

/** The text of the locale file for a language, or nothing when there is none. */
export type LocaleText = (lang: string) => string | undefined;

/** The locale that the formatter brings. */
const builtIn = 'en-US';

/** CSL names locales by language and region; these are the regions it means when a style leaves it out. */
const regions: Record<string, string> = { en: 'en-US', ja: 'ja-JP', ko: 'ko-KR', zh: 'zh-CN' };

/**
 * Reads a CSL style. Two redirects that CSL cannot express stand in processing instructions, which other CSL
 * processors ignore: `<?note-punctuation question-mark-ends-comma?>` (“Stand?” Council) and
 * `<?note-links titles?>`.
 */
export function readCitationStyle(
  text: string,
  file: string,
  localeText: LocaleText,
): { style: CitationStyle | undefined; problems: Problem[] } {
  const parsed = parseXml(text);
  if ('reason' in parsed) return refuse(file, parsed.place, parsed.reason);
  const element = rootElement(parsed.root);
  if (element?.name !== 'style') {
    return refuse(file, { line: 1, column: 1 }, 'its outermost element is not <style>');
  }
  const notes = toNoteStyle(element);
  if (notes === undefined) {
    return refuse(
      file,
      { line: 1, column: 1 },
      'it depends on another style and has no layout of its own',
    );
  }
  const macro = missingMacro(element);
  if (macro !== undefined) {
    const place = placeAt(text, Math.max(text.indexOf(`macro="${macro}"`), 0));
    return refuse(file, place, `it has no macro “${macro}”`);
  }
  const { locale, problems } = readLocale(element, text, file, localeText);
  const asks = (name: string, value: string) =>
    parsed.root.children.some(
      (node) => node.type === 'instruction' && node.name === name && node.value.includes(value),
    );
  const style = {
    ...notes,
    questionMarkEndsComma: asks('note-punctuation', 'question-mark-ends-comma'),
    linksTitles: asks('note-links', 'titles'),
    locale,
  };
  return { style, problems };
}

function readLocale(
  style: Element,
  text: string,
  file: string,
  localeText: LocaleText,
): { locale: CslLocale; problems: Problem[] } {
  const named = style.attributes['default-locale'] ?? builtIn;
  const lang = regions[named] ?? (named.includes('-') ? named : `${named}-${named.toUpperCase()}`);
  if (lang === builtIn) return { locale: { lang }, problems: [] };
  const xml = localeText(lang);
  const parsed = xml === undefined ? undefined : parseXml(xml);
  if (parsed !== undefined && 'root' in parsed && rootElement(parsed.root)?.name === 'locale') {
    return { locale: { lang, xml: writeLocale(parsed.root, lang) }, problems: [] };
  }
  const index = Math.max(text.indexOf('default-locale'), 0);
  const message = `The style is written for “${named}”, but there is no CSL locale locales-${lang}.xml beside it.`;
  const problem: Problem = {
    rule: 'citation-style-locale-exists',
    file,
    place: placeAt(text, index),
    length: 'default-locale'.length,
    message,
  };
  return { locale: { lang: builtIn }, problems: [problem] };
}

/** The formatter finds the language by a pattern that needs `xml:lang` to be the last attribute. */
function writeLocale(root: Root, lang: string): string {
  const element = rootElement(root);
  if (element === undefined) return toXml(root);
  const { 'xml:lang': _, ...attributes } = element.attributes;
  return toXml({ ...element, attributes: { ...attributes, 'xml:lang': lang } });
}

function parseXml(text: string): { root: Root } | { place: Place; reason: string } {
  try {
    return { root: fromXml(text) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { message } = error.cause instanceof Error ? error.cause : error;
    const reason = message.split(/ \(line|\n/)[0] ?? '';
    const offset =
      error.cause instanceof Error && 'pos' in error.cause ? Number(error.cause.pos) : 0;
    const place = placeAt(text, Math.min(offset, text.length));
    return { place, reason: `it is not well-formed XML (${reason})` };
  }
}

function rootElement(root: Root): Element | undefined {
  return root.children.find((node): node is Element => node.type === 'element');
}

function refuse(
  file: string,
  place: Place,
  reason: string,
): { style: undefined; problems: Problem[] } {
  const message = `This cannot be used as a citation style: ${reason}.`;
  return {
    style: undefined,
    problems: [{ rule: 'citation-style-parses', file, place, length: 1, message }],
  };
}
