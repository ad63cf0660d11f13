/** Pandoc's own document model (pandoc-types 1.23), as far as it is touched here: its JSON. */
import { z } from 'zod';

const node = z.object({ t: z.string(), c: z.unknown().optional() });
export type PandocNode = z.infer<typeof node>;

const attributes = z.tuple([
  z.string(),
  z.array(z.string()),
  z.array(z.tuple([z.string(), z.string()])),
]);

export const pandocTree = z.object({
  'pandoc-api-version': z.array(z.number()),
  meta: z.record(z.string(), z.unknown()),
  blocks: z.array(node),
});
export type PandocTree = z.infer<typeof pandocTree>;

/**
 * A copy of `value`, any part of a tree, in which every node that `change` has an answer for is replaced by
 * that answer, as it is; the others are gone into.
 */
export function mapNodes<T>(value: T, change: (node: PandocNode) => PandocNode[] | undefined): T;
export function mapNodes(
  value: unknown,
  change: (node: PandocNode) => PandocNode[] | undefined,
): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => {
      const parsed = isNode(each) ? change(each) : undefined;
      return parsed ?? [mapNodes(each, change)];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapNodes(part, change)]),
  );
}

function isNode(value: unknown): value is PandocNode {
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}

/** The attributes of a span or a division: its id, its classes, and the rest by name. */
export function attributesOf({ t, c }: PandocNode) {
  if ((t !== 'Span' && t !== 'Div') || !Array.isArray(c)) return undefined;
  const [id, classes, pairs] = attributes.parse(c[0]);
  const [, content] = z.tuple([z.unknown(), z.array(node)]).parse(c);
  return { id, classes, values: new Map(pairs), content };
}

/** The lines of verse. */
export function verseOf({ t, c }: PandocNode): PandocNode[][] | undefined {
  return t === 'LineBlock' ? z.array(z.array(node)).parse(c) : undefined;
}

/** A formula: its TeX, and whether it stands on a line of its own. */
export function formulaOf({ t, c }: PandocNode) {
  if (t !== 'Math') return undefined;
  const [{ t: kind }, tex] = z.tuple([node, z.string()]).parse(c);
  return { tex, isDisplay: kind === 'DisplayMath' };
}

/** The id of anything that may have one. */
export function idOf({ t, c }: PandocNode): string | undefined {
  if (!['Div', 'Figure', 'Header', 'Span', 'Table'].includes(t) || !Array.isArray(c))
    return undefined;
  const [id] = attributes.parse(c[t === 'Header' ? 1 : 0]);
  return id === '' ? undefined : id;
}

/** Where a picture is, and all else about it. */
export function imageOf({ t, c }: PandocNode) {
  if (t !== 'Image') return undefined;
  const [style, words, [address]] = z
    .tuple([z.unknown(), z.unknown(), z.tuple([z.string(), z.string()])])
    .parse(c);
  return { address, rest: [style, words] };
}

/** A link: its words, where it leads, and both as Pandoc has them. */
export function linkOf({ t, c }: PandocNode) {
  if (t !== 'Link') return undefined;
  const [style, content, target] = z
    .tuple([z.unknown(), z.array(node), z.tuple([z.string(), z.string()])])
    .parse(c);
  return { address: target[0], content, text: textOf(content), rest: { style, target } };
}

/** The words of any part of a tree. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (!isNode(value)) return '';
  if (value.t === 'Space') return ' ';
  return typeof value.c === 'string' ? value.c : textOf(value.c);
}

/** The anchor of the same text that a link leads to. */
export function fragmentOf(node: PandocNode): string | undefined {
  const address = linkOf(node)?.address;
  return address?.startsWith('#') ? decodeURIComponent(address.slice(1)) : undefined;
}

/** The same between paragraphs. */
export function rawBlock(format: string, markup: string): PandocNode {
  return { t: 'RawBlock', c: [format, markup] };
}

/** Markup of one format, which every other leaves out. */
export function raw(format: string, markup: string): PandocNode {
  return { t: 'RawInline', c: [format, markup] };
}

export function words(text: string): PandocNode[] {
  return [{ t: 'Str', c: text }];
}
