/** A new essay as its author asks for it: its file and its address, or all that stands in the way. */
import { slug } from 'github-slugger';
import { languageTag } from '../bibliography/language-tag.ts';
import { rawCitation } from '../citations/citation.ts';
import { hasSeveralNames } from './author-name.ts';
import { checkAddresses, isAddressName } from './check-addresses.ts';
import { essaysFolder, isEssayFile, slugOf } from './essay-file.ts';
import { essayTemplate } from './essay-template.ts';
import { datePath, parsePartialDate } from './partial-date.ts';
import { type EssayFile, readEssayFile } from './read-essay-file.ts';

export interface NewEssayFields {
  readonly title: string;
  readonly date: string;
  readonly lang?: string | undefined;
  readonly authors: readonly string[];
  /** The last part of its address; made from the title when it is not given. */
  readonly name?: string | undefined;
  /** Whether it gets a folder, for files of its own. */
  readonly place: 'file' | 'folder';
  readonly description?: string | undefined;
  /** Other fields of front matter, by their names. */
  readonly others?: Readonly<Record<string, unknown>> | undefined;
  /** Its text in MDX, when it has one already. */
  readonly body?: string | undefined;
}

/** What is there already. */
export interface Desk {
  readonly essays: readonly Pick<EssayFile, 'name' | 'essay'>[];
  /** Every file below the folder of essays, as a path from there. */
  readonly files: readonly string[];
  /** Addresses of pages that have moved. */
  readonly retired: readonly string[];
  /** A key of the bibliography, to be cited as an example. */
  readonly key: string | undefined;
  /** Language of the site, BCP 47. */
  readonly siteLang: string;
}

export interface NewEssay {
  /** From the folder of essays. */
  readonly file: string;
  readonly text: string;
  /** From the top of the site, without a leading slash. */
  readonly address: string;
}

/** Each fault is a whole sentence or two: what is wrong, and what to do. */
export function planEssay(
  given: NewEssayFields,
  { essays, files, retired, key, siteLang }: Desk,
): NewEssay | { readonly faults: readonly string[] } {
  const title = tidy(given.title);
  const authors = given.authors.map(tidy);
  const name = given.name?.normalize('NFC') ?? nameFor(title);
  const date = parsePartialDate(given.date);
  const faults = [
    ...titleFaults(title),
    ...dateFaults(given.date),
    ...(given.lang === undefined ? [] : languageFaults(given.lang)),
    ...(authors.includes('') ? ['An author has no name. Leave out --author, or give it one.'] : []),
    ...authors.filter(hasSeveralNames).map(severalNamesFault),
    ...(title === '' && given.name === undefined ? [] : nameFaults(name, given.name, files)),
  ];
  if (faults.length > 0 || date === undefined) return { faults };
  const { lang, description, others, body } = given;
  const fields = { title, date: given.date, lang, authors, description, others, body };
  const text = essayTemplate(fields, key, siteLang);
  const file = given.place === 'folder' ? `${name}/index.mdx` : `${name}.mdx`;
  const own = `${essaysFolder}/${file}`;
  const taken = checkAddresses([...essays, readEssayFile(own, text, siteLang)], retired).filter(
    (each) => each.file === own,
  );
  if (taken.length > 0)
    return { faults: taken.map(({ message }) => `${message} Give it another name, with --name.`) };
  return { file, text, address: `${datePath(date)}/${name}/` };
}

function severalNamesFault(name: string): string {
  return `“${name}” is taken for one person. Write --author for each, and an organization in braces: --author '{Smith and Sons}'.`;
}

/** A title is one line of text that can be seen. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .normalize('NFC');
}

/** The words of a title, in letters and digits of whatever script, with hyphens between them. */
function nameFor(title: string): string {
  const words = slug(title.replace(/\p{Dash_Punctuation}/gu, '-'))
    .replace(/[\p{Variation_Selector}\p{Cf}]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
    .normalize('NFC');
  return shorten(words);
}

/** Most disks take 255 bytes for the name of a file. A word is cut only where it is the first. */
function shorten(name: string): string {
  if (isShort(name)) return name;
  const fits = [...name].filter((_, index, all) => isShort(all.slice(0, index + 1).join('')));
  const cut = fits.join('');
  return cut.includes('-') ? cut.replace(/-[^-]*$/, '') : cut;
}

function isShort(name: string): boolean {
  return new TextEncoder().encode(name).length <= 200;
}

function titleFaults(title: string): string[] {
  if (title === '') return ['An essay needs a title, as in: npm run new -- "Title of the essay"'];
  return [...title.matchAll(rawCitation)].map(
    ([words]) => `“${words}” stands in the title, where it cannot become a note. Cite in the text.`,
  );
}

function dateFaults(typed: string): string[] {
  if (parsePartialDate(typed) !== undefined) return [];
  const suggestion = didYouMean(likelyDate(typed));
  return [
    `“${typed}” is no date of the calendar.${suggestion} Write it as exact as it is known: 2026, 2026-11 or 2026-11-23.`,
  ];
}

/** `2026/11/3`, `2026.11` or `11/2026`; of three numbers with the year last, nobody knows which is the month. */
function likelyDate(typed: string): string | undefined {
  const numbers = typed.trim().split(/[-/. ]+/);
  const ordered = numbers.length === 2 && numbers[1]?.length === 4 ? numbers.toReversed() : numbers;
  const iso = ordered.map((part) => part.padStart(2, '0')).join('-');
  return parsePartialDate(iso)?.iso;
}

function languageFaults(lang: string): string[] {
  if (isLanguage(lang)) return [];
  const meant = languageTag(lang.trim()) ?? languageTag(lang.trim().slice(0, 2));
  const suggestion = didYouMean(meant === lang ? undefined : meant);
  return [`“${lang}” is no language tag.${suggestion} A tag is like en, ko or pt-BR.`];
}

/** Every language of two letters has a name, and none of four letters or more is registered (RFC 5646, 2.2.1). */
function isLanguage(lang: string): boolean {
  const [primary = ''] = lang.split('-');
  try {
    const [tag = ''] = Intl.getCanonicalLocales(lang);
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return tag !== '' && (primary.length === 3 || names.of(primary) !== undefined);
  } catch {
    return false;
  }
}

function nameFaults(name: string, typed: string | undefined, files: readonly string[]): string[] {
  if (typed === undefined && name === '')
    return [
      'The title has no letter and no digit to make an address of. Give it one, with --name.',
    ];
  if (!isAddressName(name) || !isShort(name)) {
    const near = nameFor(name);
    const what = isShort(name) ? 'would make no good address' : 'is too long for an address';
    const suggestion = didYouMean(near === '' ? undefined : near);
    return [
      `The name “${name}” ${what}.${suggestion} Take letters and digits, with hyphens between.`,
    ];
  }
  const folded = fold(name);
  const present = files.filter(isEssayFile);
  const double = present.find((file) => fold(slugOf(file)) === folded);
  if (double === undefined) return [];
  const slugs = new Set(present.map((file) => fold(slugOf(file))));
  const free = Array.from({ length: slugs.size + 1 }, (_, index) => `${name}-${index + 2}`).find(
    (each) => !slugs.has(fold(each)),
  );
  return [
    `There is ${essaysFolder}/${double} already. Give this one another name, as in: --name ${free}`,
  ];
}

/** As file systems that do not tell capitals apart have it. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function didYouMean(words: string | undefined): string {
  return words === undefined ? '' : ` Did you mean “${words}”?`;
}
