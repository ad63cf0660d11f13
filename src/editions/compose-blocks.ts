/** Blocks of Pandoc's model for what stands around the author's text. */
import type { EditionDocument } from './document.ts';
import type { LeadFigure } from './lead-figure.ts';
import { type PandocNode, words } from './pandoc-tree.ts';
import { remarksOf } from './remarks.ts';

const noAttributes = ['', [], []];

export function heading(level: number, text: string): PandocNode {
  return { t: 'Header', c: [level, noAttributes, words(text)] };
}

/** A paragraph in a division of the class `style`. */
export function paragraph(text: string, style: string): PandocNode {
  return {
    t: 'Div',
    c: [['', [style], []], [{ t: 'Para', c: words(text) }]],
  };
}

export function figureBlock({ alt, caption, credit }: LeadFigure, file: string): PandocNode {
  const image = { t: 'Image', c: [noAttributes, words(alt), [file, '']] };
  const legend = [caption, credit].filter((part) => part !== undefined).join(' ');
  const captions = legend === '' ? [] : [{ t: 'Plain', c: words(legend) }];
  return { t: 'Figure', c: [noAttributes, [null, captions], [{ t: 'Plain', c: [image] }]] };
}

export function remarksBlocks(document: EditionDocument): PandocNode[] {
  const { title, lead, items } = remarksOf(document);
  if (items.length === 0) return [];
  return [
    heading(2, title),
    { t: 'Para', c: words(lead) },
    { t: 'BulletList', c: items.map((item) => [{ t: 'Plain', c: words(item) }]) },
  ];
}
