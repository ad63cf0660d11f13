/** The library of the running build or server, handed to the pages by `markdown/prepare-citations.ts`. */
declare module 'virtual:citation-library' {
  export const library: import('./formatting/citation-library.ts').CitationLibrary;
}

/** The texts of essays, handed to the pages by `essay-texts.ts`. */
declare module 'virtual:essay-texts' {
  /** `file` is named from the top of the project. */
  export function readText(
    file: string,
  ): Promise<import('astro').MDXInstance<Record<string, unknown>>>;
}
