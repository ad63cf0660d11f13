/** The library of the running build or server, handed to the pages by `markdown/prepare-citations.ts`. */
declare module 'virtual:citation-library' {
  export const library: import('./markdown/citation-library.ts').CitationLibrary;
}
