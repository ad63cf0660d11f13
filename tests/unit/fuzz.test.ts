/**
 * Nothing that can be typed crashes the site or gets markup into a page. Every run of the unit tests tries the
 * same few inputs; `npm run fuzz` tries thousands of new ones.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RehypePlugins, type RemarkPlugins, rehypeHeadingIds } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type PluggableList, type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it, vi } from 'vitest';
import { addSources } from '../../src/bibliography/add-sources.ts';
import { readBibliography } from '../../src/bibliography/read-bibliography.ts';
import { readableText } from '../../src/bibliography/read-pasted.ts';
import { cslItem } from '../../src/bibliography/source.ts';
import { classifyDate } from '../../src/bibliography/source-date.ts';
import {
  citationAnchorName,
  fragmentLink,
  labelAnchorName,
  markerAnchor,
} from '../../src/citations/anchors.ts';
import { parseCitation } from '../../src/citations/citation.ts';
import { findKeys } from '../../src/citations/find-keys.ts';
import { englishLocators } from '../../src/citations/locator.ts';
import { placeAlone } from '../../src/citations/positions.ts';
import { checkFrontMatter } from '../../src/essay/check-front-matter.ts';
import { readFrontMatter } from '../../src/essay/read-front-matter.ts';
import { splitFrontMatter } from '../../src/essay/split-front-matter.ts';
import { readCitationStyle } from '../../src/formatting/citation-style.ts';
import { formatCitations } from '../../src/formatting/format-citations.ts';
import { loadLibrary } from '../../src/formatting/load-library.ts';
import { parseEssay } from '../../src/markdown/parse-essay.ts';
import { essayProcessor } from '../../src/markdown/processor.ts';
import { assignSeverity, type Problem } from '../../src/problems/problem.ts';
import { formatAnnotations, formatJson, formatReport } from '../../src/problems/report.ts';
import { rules } from '../../src/problems/rules.ts';
import {
  bibtexText,
  bodyText,
  citationText,
  cslJsonText,
  dateText,
  essayText,
  hostileItem,
  hostileWords,
  risText,
  soundItem,
  validEssay,
  xmlText,
} from '../support/arbitraries.ts';
import { publishedEssay } from '../support/fixture-sites.ts';
import { siteSettings } from '../support/site-settings.ts';

const wanted = Number(process.env['FUZZ_RUNS'] ?? 0);
const seed = process.env['FUZZ_SEED'] ?? (wanted > 0 ? undefined : '1');

/**
 * How often a property is tried: `FUZZ_RUNS` times with a new seed (or `FUZZ_SEED`, to see a failure again),
 * else 40 times with always the same. A property that costs more is tried less.
 */
function runs(cost = 1): fc.Parameters<unknown> {
  const numRuns = Math.ceil((wanted > 0 ? wanted : 40) / cost);
  return { numRuns, ...(seed !== undefined && { seed: Number(seed) }) };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { bibliography, notes: formatter } = await loadLibrary(
  publishedEssay,
  siteSettings.citationFiles,
);

/** The text of an essay, parsed and checked as that of a site is. */
const parse = (body: string) =>
  parseEssay(root, { name: 'content/essays/a.mdx', body, essay: undefined }, bibliography);

vi.setConfig({ testTimeout: 3_600_000 });

/** What is not as it should be today, and is left out until it is. A fault that is mended goes from here. */
const knownFaults = {
  /** `encode-citation.ts`: rehype-citation cannot read these in a locator, and nothing is printed. */
  bracketInLocator: (locator: string) => /[[\]@]/.test(locator),
  /** `micromark-citation.ts`: an exclamation mark before a citation begins an image. */
  exclamationBeforeCitation: (body: string) => /!\[(?!\^)/.test(body),
};

/** Problems of no known rule or outside the text. Writing the reports must not fail either. */
function misplaced(problems: readonly Problem[], text: string): Problem[] {
  const lines = text.split(/\r\n|\n|\r/);
  const judged = assignSeverity(problems, { severities: {}, strict: false });
  formatReport(judged, () => text);
  formatJson(judged);
  formatAnnotations(judged);
  return problems.filter(({ rule, place: { line, column } }) => {
    const typed = lines[line - 1];
    return !(rule in rules) || typed === undefined || column < 1 || column > typed.length + 1;
  });
}

describe('whatever stands in', () => {
  it('a .bib file, it is read or reported at its place', () => {
    fc.assert(
      fc.property(bibtexText, (text) => {
        const { problems } = readBibliography([{ path: 'a.bib', text }]);
        expect(misplaced(problems, text)).toEqual([]);
      }),
      runs(),
    );
  });

  it('a CSL-JSON file, it is read or reported at its place', () => {
    fc.assert(
      fc.property(cslJsonText, (text) => {
        const { problems } = readBibliography([{ path: 'a.json', text }]);
        expect(misplaced(problems, text)).toEqual([]);
      }),
      runs(),
    );
  });

  it('a text that is pasted, it is read or reported at its place, and the bibliography keeps its own', () => {
    const pasted = fc.oneof(bibtexText, risText, cslJsonText);
    fc.assert(
      fc.property(pasted, bibtexText, (text, old) => {
        const files = [{ path: 'a.bib', text: old }];
        const keys = { kind: 'proposed' } as const;
        const added = addSources({
          pasted: [{ name: 'pasted', text }],
          files,
          to: 'a.bib',
          keys,
          severities: {},
        });
        const own = added.problems.filter(({ file }) => file === 'pasted');
        expect(added.text.startsWith(old)).toBe(true);
        expect(misplaced(own, readableText({ name: '', text }))).toEqual([]);
      }),
      runs(2),
    );
  });

  it.each(['a.bib', 'a.json'])('a source that is pasted, %s has it afterwards as it is', (to) => {
    fc.assert(
      fc.property(fc.array(soundItem, { minLength: 1, maxLength: 3 }), (items) => {
        const files = [{ path: to, text: to === 'a.json' ? '[\n]\n' : '% Sources\r\n' }];
        const pasted = [{ name: 'pasted', text: JSON.stringify(items) }];
        const added = addSources({ pasted, files, to, keys: { kind: 'proposed' }, severities: {} });
        const after = readBibliography([{ path: to, text: added.text }]);
        const fresh = added.outcomes.filter(({ kind }) => kind === 'new');
        expect(added.problems).toEqual([]);
        expect(added.readsBack).toBe(true);
        expect([...after.bibliography.sources.keys()]).toEqual(fresh.map(({ key }) => key));
        expect(after.problems).toEqual([]);
      }),
      runs(2),
    );
  });

  it('a citation style, it is read or reported at its place', () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        const { problems } = readCitationStyle(text, 'a.csl', () => undefined);
        expect(misplaced(problems, text)).toEqual([]);
      }),
      runs(),
    );
  });

  it('brackets, it is read, and its anchors can be linked to', () => {
    fc.assert(
      fc.property(citationText, (text) => {
        const { citation } = parseCitation(text);
        findKeys(text);
        englishLocators.find(text);
        englishLocators.readWhole(text);
        for (const name of [citationAnchorName(citation), labelAnchorName(text)]) {
          const anchor = markerAnchor(name, 2);
          expect(anchor).toMatch(/^[\p{L}\p{M}\p{N}._:-]+$/u);
          expect(decodeURIComponent(fragmentLink(anchor).slice(1))).toBe(anchor);
        }
      }),
      runs(),
    );
  });

  it('a date, it is judged', () => {
    fc.assert(
      fc.property(dateText, (text) => {
        expect(['valid', 'no-year', 'impossible']).toContain(classifyDate(text));
      }),
      runs(),
    );
  });

  it('front matter, it is read or reported at its place', () => {
    fc.assert(
      fc.property(essayText, (text) => {
        const { yaml, body } = splitFrontMatter(text);
        expect(body.replace(/[^\r\n]/g, ' ')).toBe(text.replace(/[^\r\n]/g, ' '));
        const around = { bibliography, exists: () => false, siteLang: 'en' };
        const problems = checkFrontMatter(readFrontMatter(yaml), 'a.mdx', around);
        expect(misplaced(problems, text)).toEqual([]);
      }),
      runs(),
    );
  });

  it('the text of an essay, it is read or reported at its place', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        expect(misplaced(parse(text).problems, text)).toEqual([]);
      }),
      runs(),
    );
  });
});

describe('a hostile source', () => {
  it('yields no markup, no script and no link but to the web, and keeps the words of its title', async () => {
    const style = readCitationStyle(
      await readFile(`${root}/content/notes.csl`, 'utf8'),
      'notes.csl',
      () => undefined,
    ).style;
    if (style === undefined) throw new Error('The style of the project cannot be read.');
    const locators = hostileWords.filter((text) => !knownFaults.bracketInLocator(text));
    const cases = fc.tuple(
      hostileItem,
      hostileWords,
      fc.constantFrom('', '-'),
      locators,
      hostileWords,
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([{ item, words }, prefix, minus, locator, suffix]) => {
        const parsed = cslItem.safeParse({ ...item, id: 'a' });
        fc.pre(parsed.success);
        const worded = `${prefix} ${minus}@a{${locator}}, ${suffix}`;
        // A citation with a fault is reported, and not printed.
        fc.pre(parseCitation(worded).faults.length === 0);
        const citations = ['@a', worded].map((text) => placeAlone(parseCitation(text).citation));
        const formatted = await formatCitations({ citations, items: [parsed.data], style });
        for (const nodes of formatted) {
          const tree: Root = { type: 'root', children: nodes };
          const html = toHtml(tree);
          const read = fromHtml(html, { fragment: true });
          expect(forbidden(tree)).toEqual([]);
          expect(forbidden(read)).toEqual([]);
          expect(toHtml(read)).toBe(html);
          for (const word of words) expect(textOf(tree)).toContain(word);
        }
      }),
      // citeproc gives no memory back: half a megabyte a run.
      runs(5),
    );
  });
});

describe('an essay with nothing wrong in it', () => {
  it('has every marker lead to its note and every note back, in order, by ids of their own', async () => {
    const essays = validEssay([...bibliography.sources.keys()]).filter(
      ({ body }) => !knownFaults.exclamationBeforeCitation(body),
    );
    await fc.assert(
      fc.asyncProperty(essays, async ({ body, meanings }) => {
        const page = await render(body);

        const ids = selectAll('[id]', page).map(idOf);
        const markers = selectAll('[role="doc-noteref"]', page);
        const notes = selectAll('[role="doc-endnotes"] > ol > li', page);
        const numberOf = (marker: Element) => Number(textOf(marker));

        const inOrder = [...new Set(meanings)];
        expect(markers.map(numberOf)).toEqual(meanings.map((each) => inOrder.indexOf(each) + 1));
        expect(ids.filter((id, index) => id === '' || ids.indexOf(id) < index)).toEqual([]);
        expect(ids).not.toContain('main');
        expect(ids).not.toContain('editorial-remarks');
        expect(notes).toHaveLength(inOrder.length);
        expect(markers.map(targetOf)).toEqual(
          markers.map((each) => idOf(notes[numberOf(each) - 1])),
        );
        notes.forEach((note, index) => {
          const own = markers.filter((each) => numberOf(each) === index + 1);
          const backLinks = selectAll('[role="doc-backlink"]', note);
          expect(backLinks.map(targetOf)).toEqual(own.map(idOf));
          expect(selectAll(`#fn-${index + 1}`, note)).toHaveLength(1);
          expect(textOf(note)).toMatch(/[\p{L}\p{N}]/u);
        });
      }),
      runs(2),
    );
  });
});

/** The essay as `essayProcessor` and Astro make it, as a browser reads it. */
async function render(body: string): Promise<Root> {
  const parsed = parse(body);
  await formatter?.format(parsed.data.citations ?? []);
  const { options } = essayProcessor({
    counterparts: () => [],
    lang: 'en',
    take: () => parsed,
    formatted: (citation) => formatter?.formatted(citation),
    keep: () => {},
  });
  const toPage: Plugin<[], MarkdownRoot, Root> = () => (text) => {
    const tree = toHast(text, options.remarkRehype);
    return tree.type === 'root' ? tree : { type: 'root', children: [] };
  };
  const file = new VFile({ path: `${root}/content/essays/a.mdx`, value: body });
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(withoutNames(options.remarkPlugins))
    .use(toPage)
    .use(withoutNames(options.rehypePlugins))
    .use(rehypeHeadingIds);
  const html = toHtml(await processor.run(processor.parse(file), file));
  const page = fromHtml(html, { fragment: true });
  expect(toHtml(page)).toBe(html);
  return page;
}

/** Astro would load a plugin by its name, too; the site has none. */
function withoutNames(plugins: RemarkPlugins | RehypePlugins): PluggableList {
  return plugins.flatMap((each) => {
    const [plugin, options] = Array.isArray(each) ? each : [each, undefined];
    return typeof plugin === 'string' ? [] : [[plugin, options]];
  });
}

function idOf(element: Element | undefined): string {
  return String(element?.properties['id']);
}

function targetOf(link: Element): string {
  return decodeURIComponent(String(link.properties['href']).slice(1));
}

const harmless = [
  'bdi',
  'i',
  'em',
  'b',
  'strong',
  'sup',
  'sub',
  'span',
  'a',
  'code',
  'br',
  'del',
  'wbr',
];

/** Elements and attributes that no note may have. */
function forbidden(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, (node: Root | ElementContent | Root['children'][number]) => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type !== 'element') return;
    if (!harmless.includes(node.tagName)) found.push(node.tagName);
    for (const [name, value] of Object.entries(node.properties)) {
      const isFine =
        (/^(?:href|dataOriginalurl|dataVersionurl)$/.test(name) &&
          /^https?:/.test(String(value))) ||
        (name === 'dataVersiondate' && /^\d{4}(?:-\d{2}){0,2}$/.test(String(value))) ||
        (name === 'style' && /^font-(?:variant|style|weight): ?[\w-]+;$/.test(String(value))) ||
        (name === 'className' && /^(?:nocase|address,fallback-image)$/.test(String(value))) ||
        (name === 'tabIndex' && value === -1) ||
        (name === 'ariaHidden' && value === 'true') ||
        name === 'lang';
      if (!isFine) found.push(`${name}="${value}"`);
    }
  });
  return found;
}
