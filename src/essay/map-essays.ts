interface Entry {
  readonly data: { readonly draft: boolean };
}

/** What `make` makes of every essay but the drafts for which it fails: the checks say what is wrong with those. */
export async function mapEssays<E extends Entry, Made>(
  entries: readonly E[],
  make: (entry: E) => Promise<Made>,
): Promise<Made[]> {
  const made = entries.map(async (entry) => {
    try {
      return [await make(entry)];
    } catch (error) {
      if (!entry.data.draft) throw error;
      return [];
    }
  });
  return (await Promise.all(made)).flat();
}
