/** Makes the editions of every essay beside its built page, and tells the page how large they are. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Bibliography } from '../bibliography/read-bibliography.ts';
import { fileNamesOf } from '../essay/essay-file.ts';
import { citedKeys } from '../essay/essay-record.ts';
import { type RecordedEssay, thisBuild } from '../essay/this-build.ts';
import { messagesFor } from '../i18n/messages-for.ts';
import { editionsOf } from '../metadata/editions.ts';
import type { EditionDocument, Editions } from './document.ts';
import { type EditionCache, openCache } from './edition-cache.ts';
import { type EditionMaker, makerCount, startMaker } from './edition-makers.ts';
import { fillSizes } from './fill-sizes.ts';
import { leadFigureOf } from './lead-figure.ts';
import { type NamedFile, reportMissingLetters } from './missing-letters.ts';
import { readImages } from './read-images.ts';

export interface EditionOptions {
  readonly library: {
    readonly files: readonly string[];
    load(): Promise<{ readonly bibliography: Bibliography }>;
    nameOf(path: string): string;
  };
  readonly siteTitle: string;
  readonly print: Pick<EditionDocument, 'paper' | 'fonts'>;
}

export function makeEditions(options: EditionOptions): AstroIntegration {
  let root = '';
  let top: URL | undefined;
  return {
    name: 'make-editions',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        top = config.site === undefined ? undefined : new URL(config.site.replace(/\/?$/, '/'));
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const wanted = [...thisBuild().made.values()].filter(
          ({ essay }) => editionsOf(essay).length > 0,
        );
        if (wanted.length === 0) return;
        const fonts = findFonts(options.print.fonts, root);
        const complete = await describer(options, fonts, top);
        const cache = await openCache(
          join(root, 'node_modules/.cache/essay-editions'),
          root,
          fonts,
        );
        await inParallel(wanted, async (each, maker) => {
          const page = join(folder, each.essay.path, 'index.html');
          const html = await readFile(page, 'utf8');
          const document = await complete(each, html, folder);
          const editions = await obtain(document, cache, maker, options, root);
          const offered = editionsOf(each.essay);
          for (const { path, format } of offered) {
            if (format !== 'markdown') await writeFile(join(folder, path), editions[format]);
          }
          await writeFile(
            page,
            await fillSizes(html, offered, folder, messagesFor(each.essay.lang)),
          );
          thisBuild().report('edition');
        });
      },
    },
  };
}

/** In a package, or from the top of the project. */
function findFonts(fonts: EditionDocument['fonts'], root: string): EditionDocument['fonts'] {
  const { resolve } = createRequire(join(root, 'package.json'));
  return fonts.map(({ family, file }) => {
    return { family, file: existsSync(join(root, file)) ? join(root, file) : resolve(file) };
  });
}

/** Puts together all that the editions of an essay are made from. */
async function describer(
  { library, siteTitle, print }: EditionOptions,
  fonts: EditionDocument['fonts'],
  top: URL | undefined,
) {
  const { sources } = (await library.load()).bibliography;
  return async (
    { essay, record }: RecordedEssay,
    page: string,
    folder: string,
  ): Promise<EditionDocument> => ({
    essay,
    record,
    sources: citedKeys(record).flatMap((key) => sources.get(key)?.item ?? []),
    html: articleOf(page),
    images: await readImages(articleOf(page), essay.path, folder),
    figure: leadFigureOf(essay, messagesFor(essay.lang)),
    address: top && new URL(essay.path, top).href,
    siteTitle,
    wordsLang: messagesFor(essay.lang).lang,
    paper: print.paper,
    fonts,
  });
}

/** The page from the first word of its text on, so that its head may change without making anything again. */
function articleOf(page: string): string {
  const start = page.indexOf('<div class="prose">');
  const end = page.lastIndexOf('</article>');
  if (start < 0 || end < start) throw new Error('The page shows no text of an essay.');
  return page.slice(start, end);
}

async function obtain(
  document: EditionDocument,
  cache: EditionCache,
  maker: EditionMaker,
  { library }: EditionOptions,
  root: string,
): Promise<Editions> {
  const known = await cache.read(document);
  if (known !== undefined) return known;
  const outcome = await maker.make(document);
  if ('editions' in outcome) {
    await cache.write(document, outcome.editions);
    return outcome.editions;
  }
  const { title, slug } = document.essay;
  const names = fileNamesOf(slug).map((name) => join(root, name));
  const { files: own, nameOf } = library;
  const files = await readTexts([...names, ...own], nameOf);
  const report = outcome.letters.length > 0 ? reportMissingLetters(outcome.letters, files) : '';
  throw new Error(
    `The editions of “${title}” could not be made.\n\n${report || outcome.reason}\n\nnpm run build -- --no-editions builds the site without editions.`,
  );
}

/** Those of the files that are there. */
async function readTexts(
  files: readonly string[],
  nameOf: (path: string) => string,
): Promise<NamedFile[]> {
  const texts = files.map(async (path) => {
    const text = await readFile(path, 'utf8').catch(() => '');
    return { name: nameOf(path), text };
  });
  return Promise.all(texts);
}

/** Each in its turn, by a few makers side by side; the first failure is the failure of all. */
async function inParallel<T>(
  items: readonly T[],
  work: (item: T, maker: EditionMaker) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const makers = items.slice(0, makerCount).map(startMaker);
  const shifts = makers.map(async (maker) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(item, maker);
    }
  });
  try {
    await Promise.all(shifts);
  } finally {
    queue.length = 0;
    await Promise.all(makers.map((maker) => maker.finish()));
  }
}
