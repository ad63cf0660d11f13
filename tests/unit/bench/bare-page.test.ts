import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { writeBarePage } from '../../bench/bare-page.ts';

const built = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="description" content="Why."><style>p{color:red}</style><script>1</script></head><body>
<header><a href="../index.html">Essays</a></header><main><article class="essay placed">
<h1 class="page-title">Rivers &amp; Borders</h1><p class="imprint"><time datetime="2019-09">September 2019</time> · 5 minutes</p>
<figure class="lead"><svg><text>Tumen</text></svg></figure>
<div class="prose"><p id="p1">It <em>froze</em>.<sup
tabindex="-1"><a href="#fn-kim" id="fnref-kim" role="doc-noteref" aria-label="Note 1">1</a></sup> Twice.<sup><a
href="#fn-kim" id="fnref-kim-2" role="doc-noteref">1</a></sup><a class="paragraph-link" href="#p1" aria-label="Paragraph 1"></a></p>
<section role="doc-endnotes" class="notes"><h2 id="notes">Notes</h2><ol><li id="fn-kim" class="note-and-back"><p id="fn-1">Kim, <i>Ice</i>, <a href="https://a.example/" data-versionurl="https://b.example/">https://a.example/</a>.<span
class="back-links"> <a href="#fnref-kim" role="doc-backlink">a</a> <a href="#fnref-kim-2">b</a></span></p></li></ol></section></div></article></main><footer>All essays</footer></body></html>`;

describe('the bare page', () => {
  it('has the title, the date, the text and its notes, linked both ways', () => {
    const page = writeBarePage(built);

    expect(page.slice(page.indexOf('<body>'))).toBe(`<body>
<h1>Rivers &#x26; Borders</h1>
<p>September 2019</p>
<p>It <em>froze</em>.<sup><a id="r1" href="#n1">1</a></sup> Twice.<sup><a id="r2" href="#n1">1</a></sup></p>
<h2>Notes</h2>
<ol><li id="n1">Kim, <i>Ice</i>, <a href="https://a.example/">https://a.example/</a>. <a href="#r1">a</a> <a href="#r2">b</a></li></ol>
</body>
</html>
`);
  });

  it('has no style, script or metadata, and no attribute but those of links', () => {
    const tree = fromHtml(writeBarePage(built));

    expect(selectAll('style, script, svg, [class], [role], [style]', tree)).toEqual([]);
    expect(selectAll('head > *', tree).map(({ tagName }) => tagName)).toEqual([
      'meta',
      'meta',
      'title',
    ]);
  });

  it('is not made of a page that lacks the half of it', () => {
    expect(() => writeBarePage(built.replace('page-title', 'title'))).toThrow('.page-title');
    expect(() => writeBarePage(built.replace('doc-endnotes', 'region'))).toThrow('no notes');
  });
});
