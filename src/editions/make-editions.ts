/** Makes the editions of every essay beside its built page, and tells the page how large they are. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type FileCache, openCache } from '../disk/cache.ts';
import { codeFingerprint } from '../disk/code-fingerprint.ts';
import type { Essay } from '../essay/essay.ts';
import { citedKeys, type EssayRecord } from '../essay/essay-record.ts';
import { versionsOf } from '../essay/versions.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import { absoluteUrl } from '../metadata/absolute-url.ts';
import { editionsOf, type MadeFormat, madeFormats } from '../metadata/editions.ts';
import { publishedVersions } from '../metadata/hreflang.ts';
import type { Project } from '../project.ts';
import { BuildStopped } from '../publishing/build-run.ts';
import type { Session } from '../session.ts';
import type { EditionDocument, Editions } from './document.ts';
import { drawAsImages } from './draw-as-images.ts';
import { type EditionMaker, makerCount, startMaker } from './edition-makers.ts';
import type { Outcome } from './edition-worker.ts';
import { fillSizes } from './fill-sizes.ts';
import { findFonts } from './find-fonts.ts';
import { leadFigureOf } from './lead-figure.ts';
import { listReferences } from './list-references.ts';
import { reportMissingLetters } from './missing-letters.ts';
import { listsSources } from './read-essay-page.ts';
import { readImages } from './read-images.ts';
import { reportUnreadFormulas } from './unread-formulas.ts';

export interface EditionOptions {
  /** Is told of every essay whose editions are made. */
  readonly onMade: () => void;
  /** Makers that go on when the site is built, for one who builds many; a site by itself has its own. */
  readonly makers?: readonly EditionMaker[] | undefined;
}

export function makeEditions(
  session: Session,
  { onMade, makers }: EditionOptions,
): AstroIntegration {
  return {
    name: 'make-editions',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const project = await session.project();
        const { root, settings } = project;
        const wanted = project.essays.flatMap(({ name, essay }) => {
          const record = session.records.get(name);
          if (essay === undefined || record === undefined || essay.draft) return [];
          return [{ essay, record }];
        });
        if (wanted.length === 0) return;
        const fonts = findFonts(settings.print.fonts, root);
        const cache = await openCache({
          folder: join(root, 'node_modules/.cache/essay-editions'),
          fingerprint: await codeFingerprint({ files: fonts.map(({ file }) => file) }),
          names: madeFormats,
        });
        await inParallel(wanted, makers, async (each, maker) => {
          const page = join(folder, each.essay.path, 'index.html');
          const html = await readFile(page, 'utf8');
          const document = await describe(each, html, folder, project, fonts);
          const editions = await obtain(document, cache, maker, project);
          const offered = editionsOf(each.essay);
          for (const { path, format } of offered) {
            if (format !== 'markdown') await writeFile(join(folder, path), editions[format]);
          }
          const messages = loadMessages(each.essay.lang, settings.site.lang);
          await writeFile(page, await fillSizes(html, offered, folder, messages));
          onMade();
        });
      },
    },
  };
}

/** Puts together all that the editions of an essay are made from. */
async function describe(
  { essay, record }: MadeEssay,
  page: string,
  folder: string,
  { essays, settings, library }: Project,
  fonts: EditionDocument['fonts'],
): Promise<EditionDocument> {
  const { site, print } = settings;
  const { sources } = library.bibliography;
  const messages = loadMessages(essay.lang, site.lang);
  const html = drawAsImages(articleOf(page, essay));
  const keys = citedKeys(record).filter((key) => sources.has(key));
  return {
    essay,
    record,
    versions: publishedVersions(
      versionsOf(
        essay,
        essays.flatMap((each) => each.essay ?? []),
      ),
      site,
    ),
    sources: keys.flatMap((key) => sources.get(key)?.item ?? []),
    html,
    references: listsSources(html) ? '' : await listReferences(keys, library, messages.references),
    images: await readImages(html, essay.path, folder),
    figure: leadFigureOf(essay, messages),
    address: absoluteUrl(essay.path, site.url),
    siteTitle: site.title,
    wordsLang: messages.lang,
    paper: print.paper,
    fonts,
  };
}

interface MadeEssay {
  readonly essay: Essay;
  readonly record: EssayRecord;
}

/**
 * The page from the first word of its text on, behind an image above it, so that its head may change without making
 * anything again.
 */
function articleOf(page: string, { picture }: Essay): string {
  const start = page.indexOf('<div class="prose">');
  const end = page.lastIndexOf('</article>');
  if (start < 0 || end < start) throw new Error('The page shows no text of an essay.');
  const lead = picture?.image && /<figure class="lead">.*?<\/figure>/s.exec(page)?.[0];
  return (lead ?? '') + page.slice(start, end);
}

async function obtain(
  document: EditionDocument,
  cache: FileCache<MadeFormat>,
  maker: EditionMaker,
  project: Project,
): Promise<Editions> {
  const known = await cache.read(document);
  if (known !== undefined) return known;
  const outcome = await maker.make(document);
  if ('editions' in outcome) {
    await cache.write(document, outcome.editions);
    return outcome.editions;
  }
  const report = reportOf(outcome, document.essay, project);
  throw new BuildStopped(
    `The editions of “${document.essay.title}” could not be made.\n\n${report || outcome.reason}\n\nnpm run build -- --no-editions builds the site without editions.\n${new BuildStopped().message}`,
  );
}

/** What an author can mend; empty when that is nothing. */
function reportOf(
  { letters, formulas }: Exclude<Outcome, { editions: Editions }>,
  { file }: Essay,
  { essays, library }: Project,
): string {
  const own = essays.filter(({ name }) => name === file);
  const others = [...library.texts].map(([name, text]) => ({ name, text }));
  if (letters.length > 0) return reportMissingLetters(letters, [...own, ...others]);
  return formulas.length > 0
    ? own.map((each) => reportUnreadFormulas(formulas, each)).join('')
    : '';
}

/** Each in its turn, by a few makers side by side; the first failure is the failure of all. */
async function inParallel<T>(
  items: readonly T[],
  lent: readonly EditionMaker[] | undefined,
  work: (item: T, maker: EditionMaker) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const own = lent === undefined ? items.slice(0, makerCount).map(startMaker) : [];
  const shifts = (lent ?? own).map(async (maker) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(item, maker);
    }
  });
  try {
    await Promise.all(shifts);
  } finally {
    queue.length = 0;
    await Promise.all(own.map((maker) => maker.finish()));
  }
}
