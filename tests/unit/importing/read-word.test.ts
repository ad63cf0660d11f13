import { expect, it } from 'vitest';
import { noteSign } from '../../../src/importing/note-signs.ts';
import { markNoteReferences } from '../../../src/importing/read-word.ts';

const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

it('counts no notes that were struck out where a marker leads to a note once more', () => {
  const struck = `<w:del w:id="9" w:author="A">${reference(1)}</w:del>`;
  const rest = `<w:bookmarkStart w:id="3" w:name="_Ref1"/>${reference(2)}<w:bookmarkEnd w:id="3"/>`;
  const again =
    '<w:fldSimple w:instr=" NOTEREF _Ref1 \\f \\h "><w:r><w:t>2</w:t></w:r></w:fldSimple>';

  expect(markNoteReferences(`<w:p>${struck}${rest}${again}</w:p>`)).toBe(
    `<w:p>${struck}${rest}<w:r><w:t>${noteSign('marker', '1')}</w:t></w:r></w:p>`,
  );
});
