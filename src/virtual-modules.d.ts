/** The project, handed to the pages by `virtual-project.ts`. */
declare module 'virtual:project' {
  export const site: import('./site.ts').SiteIdentity;
  /** As the content collection has them. */
  export const essays: readonly import('./essay/essay.ts').Entry[];
  /** All that is cited, by key. */
  export const items: Readonly<Record<string, import('./bibliography/source.ts').CslItem>>;
  /** The text of `favicon.svg`. */
  export const icon: string;
  /** Whether pages lead to editions. */
  export const offersEditions: boolean;
  /** Whether lists of essays name drafts, as they do while one writes. */
  export const listsDrafts: boolean;
  /** Addresses of pages that were withdrawn. */
  export const withdrawn: readonly string[];
  /** The text of an essay, compiled; `file` is named from the top of the project. */
  export function readText(
    file: string,
  ): Promise<import('astro').MDXInstance<Record<string, unknown>>>;
  /** A picture that an essay shows; `file` is named from the top of the project. */
  export function readPicture(file: string): Promise<import('astro').ImageMetadata>;
  export function readFormatted(): Promise<{
    /** How each source reads on the page of sources: HTML by key. */
    readonly entries: Readonly<Record<string, string>>;
    /** What the essays with lists of sources list, by slug. */
    readonly lists: Readonly<Record<string, import('./metadata/source-parts.ts').SourceParts>>;
    /** The essays as references, by slug. */
    readonly references: Readonly<
      Record<string, import('./metadata/published-essay.ts').EssayReference>
    >;
  }>;
}
