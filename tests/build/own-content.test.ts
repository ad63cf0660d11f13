/** What is true of any site: of the content of this project, whatever it is, of other content, and of none. */
import { join } from 'node:path';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMessages } from '../../src/i18n/load-messages.ts';
import { successorOf } from '../../src/permalinks/successor.ts';
import { withdrawn } from '../../src/permalinks/withdrawn.ts';
import { openProject, type Project } from '../../src/project.ts';
import { type BuiltSite, readSite } from '../support/built-site.ts';
import { checkSite } from '../support/check-site.ts';
import { ownContent, planSite } from '../support/fixture-sites.ts';
import { htmlFaults } from '../support/html-faults.ts';
import { readByZotero } from '../support/read-by-zotero.ts';
import { type BuiltPage, readPage } from '../support/read-page.ts';

describe.each([ownContent, 'second-essay', 'no-essays'])('a site with %s', (name) => {
  let site: BuiltSite;
  let project: Project;
  let pages: ReadonlyMap<string, BuiltPage>;

  beforeAll(async () => {
    site = await readSite(name);
    project = await openProject(site.root, planSite(name).settings);
    const names = site.files.filter((file) => file.endsWith('.html'));
    pages = new Map(
      await Promise.all(
        names.map(async (page) => [page, await readPage(site.root, page)] as const),
      ),
    );
  });

  it('is built without an error', () => {
    expect(site.output).not.toMatch(/ {2}error {2}/);
    expect(site.output).toContain('The site is in dist/');
    expect(site.ok).toBe(true);
  });

  it('has a page for every essay, and lists them all on its first', () => {
    const paths = project.essays.map(({ essay }) => `${essay?.path}index.html`);
    const first = pages.get('index.html');

    expect([...pages.keys()]).toEqual(expect.arrayContaining(paths));
    expect(first?.attributes('.essay-list h2 a', 'href').map(decode).sort()).toEqual(paths.sort());
  });

  it('says on its first page that there are no essays, if there are none', () => {
    const { lang } = project.settings.site;
    const { noEssaysYet } = loadMessages(lang, lang);

    expect(pages.get('index.html')?.texts('main > p').includes(noEssaysYet)).toBe(
      project.essays.length === 0,
    );
  });

  it('has valid HTML on every page', async () => {
    expect(await htmlFaults(site.dist, [...pages.keys()])).toEqual([]);
  });

  it('has a note for every marker, a marker for every note, and the way back', () => {
    for (const [path, page] of pages) {
      const notes = page.all('[role="doc-endnotes"] > ol > li');
      const markers = page.all('[role="doc-noteref"]');
      const backs = page.all('[role="doc-backlink"]');
      const ids = notes.map(({ properties }) => properties['id']);

      expect(new Set(markers.map(targetOf)), path).toEqual(new Set(ids));
      expect(backs.map(targetOf).sort(), path).toEqual(
        markers.map(({ properties }) => properties['id']).sort(),
      );
      for (const marker of markers) {
        const note = ids.indexOf(targetOf(marker));
        expect(textOf(marker), `${path}#${marker.properties['id']}`).toBe(String(note + 1));
      }
    }
  });

  it('is saved by Zotero as what it is, and invents nobody', () => {
    const { title: publication } = project.settings.site;

    for (const { essay } of project.essays) {
      const page = pages.get(`${essay?.path}index.html`);
      const item = page && readByZotero(page);
      expect(item, essay?.path).toEqual({
        type: 'journalArticle',
        title: essay?.title,
        people: essay?.creators.map(() => expect.any(String)),
        date: essay?.date.iso.replaceAll('-', '/'),
        publication,
        url: page?.attributes('link[rel="canonical"]', 'href')[0],
        abstract: essay?.description,
        language: essay?.lang,
      });
    }
    for (const [path, page] of pages) {
      const people = page.attributes('meta[name="citation_author"]', 'content');
      expect(readByZotero(page).people, path).toEqual(people);
    }
  });

  it('shows no citation as it was typed', () => {
    for (const [path, page] of pages) {
      for (const code of page.all('code, script, style')) code.children = [];
      const words = page.all('body').map((body) => textOf(body));

      expect(words.join().match(/\[[^[\]]*@[\p{L}\d_][^[\]]*\]/gu), path).toBeNull();
    }
  });

  it('keeps every address and anchor that its register has', () => {
    const { permalinks, problem } = project.register;
    const lost = Object.entries(permalinks.pages).flatMap(([path, { anchors, retired }]) => {
      const ids = new Set(pages.get(`${path}index.html`)?.attributes('[id]', 'id'));
      const kept = [...Object.keys(anchors), ...Object.keys(retired)].filter(
        (anchor) => successorOf(anchor, retired) !== withdrawn,
      );
      return kept.filter((anchor) => !ids.has(anchor)).map((anchor) => `${path}#${anchor}`);
    });
    const gone = [...Object.keys(permalinks.pages), ...Object.keys(permalinks.retired)].filter(
      (path) => !pages.has(join(path, 'index.html')),
    );

    expect(problem).toBeUndefined();
    expect([...gone, ...lost]).toEqual([]);
  });

  it('has nothing wrong for `npm run check` that the build did not see', async () => {
    const { passed, output } = await checkSite(name);

    expect(output).not.toMatch(/ {2}error {2}/);
    expect(passed).toBe(true);
  });
});

/** The id that a link within its page leads to. */
function targetOf({ properties }: Element): string {
  return decode(properties['href']).replace(/^#/, '');
}

function decode(href: unknown): string {
  return decodeURIComponent(String(href));
}
