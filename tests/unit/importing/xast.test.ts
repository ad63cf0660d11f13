import { expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { elements, wordsIn } from '../../../src/importing/xast.ts';

it('finds elements at any depth, and their words however they are typed', () => {
  const tree = fromXml('<a><b>One <i>two</i>\n three</b><c><b><![CDATA[R & D]]></b></c></a>');

  expect(elements(tree, 'b').map(wordsIn)).toEqual(['One two three', 'R & D']);
  expect(wordsIn(undefined)).toBe('');
});
