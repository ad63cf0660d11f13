/** What few essays have, by the names of its styles in `styles/constructs/`: classes, but for the first two. */
export const constructs = ['caption', 'formula', 'label', 'equation'] as const;

export type Construct = (typeof constructs)[number];
