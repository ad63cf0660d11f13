import { describe, expect, it } from 'vitest';
import { findRawCitations } from '../../../src/publishing/check-pages.ts';

const find = (html: string) => findRawCitations(html, 'index.html').map(({ message }) => message);

describe('a built page', () => {
  it('shows no citation as it was typed, in text or in an attribute that is read', () => {
    expect(find('<p>Text.[@kim2019]</p>')).toHaveLength(1);
    expect(find('<p title="see [@kim2019]">Text.</p>')).toHaveLength(1);
    expect(find('<meta name="description" content="[@kim2019]">')).toHaveLength(1);
  });

  it('may show one as code', () => {
    expect(find('<p><code>[@kim2019]</code></p><pre><b>[@kim2019]</b></pre>')).toEqual([]);
  });
});
