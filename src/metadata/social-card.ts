/**
 * The picture that networks show beside a link to an essay: site, title, date, and the essay's map when it has
 * one; and beside a link to the site: its title and what it is. The same input gives the same bytes everywhere: none of the system's fonts is used.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { houseFamily, houseFonts } from '../fonts/house-fonts.ts';
import { cardSize } from './open-graph.ts';

export interface CardText {
  readonly title: string;
  /** Below the title. */
  readonly subtitle?: string | undefined;
  /** Below the title: the date of an essay as it is read, `September 2019`; what the site is. */
  readonly foot: string;
  /** Above the title; empty where that is the site's. */
  readonly siteTitle: string;
}

/** A drawing for the right side of the card. */
export interface CardMap {
  /** Width and height of its coordinates. */
  readonly width: number;
  readonly height: number;
  /** What stands inside its `<svg>`: paths with their own colours. */
  readonly svg: string;
}

// A megabyte of layout engine: loaded by Node when a card is made, and never bundled.
const load = createRequire(import.meta.url);

export const colors = { paper: '#fbf9f4', ink: '#1f1b16', muted: '#6b6257', accent: '#7d1d12' };
/** For letters that the face of the site does not have; each subset is a font of its own. */
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const family = [houseFamily, ...subsets.map((subset) => `Source Serif 4 ${subset}`)].join(', ');
const margin = 80;

/** The card as PNG. A title in a script that the fonts do not have is left out rather than drawn as boxes. */
export async function makeCard(text: CardText, map?: CardMap): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = cardSize;
  const textWidth = width - 2 * margin - (map === undefined ? 0 : mapBox.width + margin / 2);
  const words = await setText(text, textWidth);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colors.paper}"/>
    <rect width="${width}" height="12" fill="${colors.accent}"/>
    <g transform="translate(${margin} ${margin})">${words}</g>${map === undefined ? '' : placeMap(map)}</svg>`;
  // By threads of its own: while they draw one card, the words of the next are set.
  const png = await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
  return new Uint8Array(png);
}

const mapBox = { width: 400, height: cardSize.height - 2 * margin };

function placeMap({ width, height, svg }: CardMap): string {
  const x = cardSize.width - margin - mapBox.width;
  return `<svg x="${x}" y="${margin}" width="${mapBox.width}" height="${mapBox.height}" viewBox="0 0 ${width} ${height}">${svg}</svg>`;
}

/** The words as outlines, in an `<svg>` of their own. */
async function setText(text: CardText, width: number): Promise<string> {
  const { subtitle = '', ...others } = text;
  const title = withoutPictures(text.title);
  const ways = [
    { ...others, title, subtitle: withoutPictures(subtitle) },
    { ...others, title },
    { ...others, title: '' },
  ];
  for (const way of ways.slice(subtitle === '' ? 1 : 0)) {
    const complete = await layOut(way, width);
    if (complete !== undefined) return complete;
  }
  return '';
}

/** Nothing when the fonts lack a character. */
async function layOut(text: CardText, width: number): Promise<string | undefined> {
  const { default: satori }: typeof import('satori') = load('satori');
  let isComplete = true;
  const svg = await satori(column(text, width), {
    width,
    height: cardSize.height - 2 * margin,
    fonts: fonts(),
    loadAdditionalAsset: async () => {
      isComplete = false;
      return [];
    },
  });
  return isComplete ? svg : undefined;
}

function column({ title, subtitle, foot, siteTitle }: CardText, width: number): CardNode {
  const { size, lines, isBalanced } = titleSize(`${title}${subtitle ?? ''}`, width);
  const words = title === '' ? siteTitle : title;
  const headline = box(
    {
      display: 'block',
      fontSize: size,
      lineHeight: 1.08,
      letterSpacing: '-0.018em',
      lineClamp: lines,
      textWrap: isBalanced ? 'balance' : 'wrap',
      wordBreak: 'break-word',
    },
    words,
  );
  return box(
    { flexDirection: 'column', justifyContent: 'space-between', height: '100%', color: colors.ink },
    [
      box({ fontSize: 30, color: colors.accent }, title === '' ? '' : siteTitle),
      subtitle === undefined ? headline : withSubtitle(headline, subtitle),
      box({ fontSize: 30, color: colors.muted }, foot),
    ],
  );
}

function withSubtitle(headline: CardNode, subtitle: string): CardNode {
  const style = {
    display: 'block',
    fontSize: 36,
    lineHeight: 1.2,
    lineClamp: 3,
    color: colors.muted,
  };
  return box({ flexDirection: 'column', gap: 20 }, [headline, box(style, subtitle)]);
}

/**
 * Long titles are set smaller, and the longest end in an ellipsis. Lines are made alike only where they are sure
 * to fit: satori does not cut balanced ones with an ellipsis.
 */
function titleSize({ length }: string, width: number) {
  const scale = width < 800 ? 0.72 : 1;
  if (length <= 50) return { size: 84 * scale, lines: 4, isBalanced: true };
  if (length <= 110) return { size: 62 * scale, lines: 5, isBalanced: true };
  return { size: 46 * scale, lines: scale < 1 ? 7 : 5, isBalanced: false };
}

/** What satori takes for a React element. */
interface CardNode {
  readonly type: 'div';
  readonly key: null;
  readonly props: { readonly style: Record<string, string | number>; readonly children: unknown };
}

function box(style: Record<string, string | number>, children: unknown): CardNode {
  const props = { style: { display: 'flex', fontFamily: family, ...style }, children };
  return { type: 'div', key: null, props };
}

/** Emoji, which no text font has. */
function withoutPictures(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0e\ufe0f]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Font {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400;
  readonly style: 'normal';
}

let loaded: Font[] | undefined;

function fonts(): Font[] {
  loaded ??= [
    asFont(houseFamily, houseFonts.regular),
    ...subsets.map((subset) => {
      const file = `@fontsource/source-serif-4/files/source-serif-4-${subset}-400-normal.woff`;
      return asFont(`Source Serif 4 ${subset}`, load.resolve(file));
    }),
  ];
  return loaded;
}

function asFont(name: string, file: string): Font {
  return { name, data: readFileSync(file), weight: 400, style: 'normal' };
}
