import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, readGoodSite } from '../support/built-site.ts';
import { type BuiltPage, noteTexts, readPage } from '../support/read-page.ts';

let site: BuiltSite;
let essay: BuiltPage;

beforeAll(async () => {
  site = await readGoodSite('second-essay');
  essay = await readPage(site.root, '2026/11/a-second-essay/index.html');
});

describe('another essay', () => {
  it('appears on every page that lists essays', async () => {
    for (const path of ['index.html', '2026/index.html', '2026/11/index.html']) {
      expect((await readPage(site.root, path)).texts('.essay-list h2')).toEqual(['A Second Essay']);
    }
  });

  it('names its authors and its day', () => {
    expect(essay.texts('.authors')).toEqual(['Anna Müller, 김철수']);
    expect(essay.html).toContain('<time datetime="2026-11-23">November 23, 2026</time>');
  });

  it('has one sequence of numbers for citations and discursive notes', () => {
    expect(essay.texts('[role="doc-noteref"]').join(' ')).toBe('1 1 2 3 4 4 5 6 1 7 7 7 8 9');
  });

  it('has notes with locators, groups, words around them, and citations inside', () => {
    expect(noteTexts(essay)).toEqual([
      'Müller, Anna and van der Berg, Jan, Flüsse & Grenzen, Verlag, 2020, p. 12, https://doi.org/10.1000/182.',
      'Müller, Anna and van der Berg, Jan, Flüsse & Grenzen, Verlag, 2020, pp. 14–15, https://doi.org/10.1000/182.',
      'See Müller, Anna and van der Berg, Jan, Flüsse & Grenzen, Verlag, 2020, chap. 3, https://doi.org/10.1000/182; also Council, of Something, “A Report & More,” July 1950, https://example.org/a?b=1&c=2, in passing.',
      'The river. As (Council, of Something, “A Report & More,” July 1950, https://example.org/a?b=1&c=2) decided, and (Müller, Anna and van der Berg, Jan, Flüsse & Grenzen, Verlag, 2020, p. 99, https://doi.org/10.1000/182) repeats; see (Web, Wendy, “Why?” February 3, 2021, https://example.org/why_not~here). A second paragraph of the note.',
      'Council, of Something, “A Report & More,” July 1950, https://example.org/a?b=1&c=2.',
      'Without any source, but with emphasis.',
      'Web, Wendy, “Why?” February 3, 2021, https://example.org/why_not~here.',
      '“Why?” February 3, 2021, https://example.org/why_not~here.',
      'Müller, Anna and van der Berg, Jan, Flüsse & Grenzen, Verlag, 2020, https://doi.org/10.1000/182.',
    ]);
  });

  it('has anchors of keys, locators, words and labels', () => {
    expect(essay.attributes('[role="doc-endnotes"] > ol > li', 'id')).toEqual([
      'fn-müller2020-p12',
      'fn-müller2020-p14-15',
      'fn-see-müller2020-ch3-also-council1950-in-passing',
      'fn-tumen',
      'fn-council1950',
      'fn-aside',
      'fn-web2021',
      'fn--web2021',
      'fn-müller2020',
    ]);
  });

  it('parts two markers with nothing between them', () => {
    expect(essay.html.replace(/<\/?(a|sup)\b[^>]*>/g, '')).toContain(
      'Two notes side by side.5, 6 And',
    );
  });

  it('counts a citation only where the author made one', () => {
    expect(essay.texts('.prose p > code')).toEqual(['[@code]']);
    expect(essay.texts('.imprint a')).toEqual(['November 23, 2026', '3 sources']);
  });
});
