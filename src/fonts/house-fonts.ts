/** The face of the site for what no browser sets: paper, covers and cards. */
import { fileURLToPath } from 'node:url';

/** As the fonts call themselves. */
export const houseFamily = 'Essay Serif';

const find = (style: string) => fileURLToPath(new URL(`essay-serif-${style}.otf`, import.meta.url));

/** Absolute paths, OpenType. */
export const houseFonts = {
  regular: find('regular'),
  italic: find('italic'),
  bold: find('bold'),
  boldItalic: find('bolditalic'),
} as const;
