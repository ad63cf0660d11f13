import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { readWordpress } from '../../../src/importing/read-wordpress.ts';

/** The text of a post of the old editor, as HTML. */
function read(content: string): string {
  const item = `<item><title>Ice</title><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${content}]]></content:encoded></item>`;
  const { posts } = readWordpress('export.xml', `<rss><channel>${item}</channel></rss>`);
  const [post] = posts;
  if (post === undefined) throw new Error('There is no post.');
  return toHtml(post.body).replace(/\n/g, '');
}

describe('a post of the old editor', () => {
  it('ends a paragraph where a list begins', () => {
    expect(read('It is here:\n<ul>\n<li>ice</li>\n</ul>\nand gone.')).toBe(
      '<p>It is here:</p><ul><li>ice</li></ul><p>and gone.</p>',
    );
  });

  it('keeps its other paragraphs where one has tags', () => {
    expect(read('One.\n\n<p>Two.</p>\nThree.\n\nFour.')).toBe(
      '<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>',
    );
  });

  it('keeps the empty lines of what is laid out', () => {
    expect(read('So:\n<pre>a\n\nb</pre>')).toBe('<p>So:</p><pre>ab</pre>');
  });

  it('has captions of before 2012, which are an attribute', () => {
    expect(read('[caption id="a" caption="The ice in March."]<img src="ice.jpg">[/caption]')).toBe(
      '<figure><img src="ice.jpg"><figcaption>The ice in March.</figcaption></figure>',
    );
  });
});
