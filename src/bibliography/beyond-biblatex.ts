interface NamedEntry {
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Types and fields that BibLaTeX does not have and bibliographies do, as what it has for them. */
export function withKnownNames<T extends NamedEntry>({ type, properties, ...entry }: T) {
  const known = typesBeyond[type.toLowerCase()];
  const { newspaper, archive, shelfmark, callnumber, ...rest } = properties;
  const library = [archive, shelfmark ?? callnumber].filter(Boolean).join(', ');
  return {
    ...entry,
    type: known?.type ?? type,
    properties: {
      ...(newspaper && { journaltitle: newspaper }),
      ...(library && { library }),
      ...(known?.entrysubtype && { entrysubtype: known.entrysubtype }),
      ...rest,
    },
  };
}

const typesBeyond: Record<string, { type: string; entrysubtype?: string }> = {
  newspaper: { type: 'article', entrysubtype: 'newspaper' },
  newspaperarticle: { type: 'article', entrysubtype: 'newspaper' },
  magazinearticle: { type: 'article', entrysubtype: 'magazine' },
  manuscript: { type: 'unpublished' },
};
