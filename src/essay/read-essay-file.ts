import { type Essay, toEssay } from './essay.ts';
import { inEssaysFolder, slugOf } from './essay-file.ts';
import { type ReadFrontMatter, readFrontMatter } from './read-front-matter.ts';
import { smartFields } from './smart-fields.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** An essay's file as it was read, its front matter parsed. */
export interface EssayFile {
  /** From the top of the project, as the author knows it: `content/essays/slug.mdx`. */
  readonly name: string;
  /** Last part of the essay's address. */
  readonly slug: string;
  readonly text: string;
  /** The whole text with the front matter blanked out, so that lines and columns stay true. */
  readonly body: string;
  readonly frontMatter: ReadFrontMatter;
  /** It says so, in front matter that can be read. */
  readonly isDraft: boolean;
  /** `undefined` when the front matter is faulty. */
  readonly essay: Essay | undefined;
}

/** How quotation marks, dashes and dots are set: as those of the language, or as typed. */
export type PunctuationMode = 'smart' | 'typed';

/** `siteLang` is the language of an essay that says none. */
export function readEssayFile(
  name: string,
  text: string,
  siteLang: string,
  punctuation: PunctuationMode = 'typed',
): EssayFile {
  const slug = slugOf(inEssaysFolder(name));
  const { yaml, body } = splitFrontMatter(text);
  const read = readFrontMatter(yaml);
  const isSmart = punctuation === 'smart' && read.fields !== undefined;
  const frontMatter = isSmart
    ? { ...read, fields: smartFields(read.fields, read.fields.lang ?? siteLang) }
    : read;
  const { fields, data } = frontMatter;
  const essay = fields && toEssay({ id: slug, data: fields, filePath: name }, siteLang);
  return { name, slug, text, body, frontMatter, isDraft: data['draft'] === true, essay };
}
