/** Keys of what an essay cites, as its list of sources has them: all in one, or divided. */
export type SourceParts =
  | { readonly all: readonly string[] }
  | { readonly primary: readonly string[]; readonly others: readonly string[] };
