/** What few essays have, by the names of its styles in `styles/constructs/`: classes, but for the first six. */
export const constructs = [
  'wide',
  'table',
  'caption',
  'definitions',
  'formula',
  'subscript',
  'label',
  'equation',
  'epigraph',
  'division',
  'line-block',
  'smallcaps',
] as const;

export type Construct = (typeof constructs)[number];
