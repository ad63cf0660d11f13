/** Letters as landmarks in a long list of sources. */
import type { ListedSource } from './published-essay.ts';

interface SourceGroup<Source> {
  /** Of a group that has one. */
  readonly letter?: string;
  readonly sources: readonly Source[];
}

/** From how many sources on a list is long. */
const long = 30;

/**
 * Sorted sources by their letters, as the language tells letters apart. A short list is one group, and so is one whose
 * letters would be as many as every other source, as in Chinese.
 */
export function groupSources<Source extends Pick<ListedSource, 'initial'>>(
  sources: readonly Source[],
  lang: string,
): SourceGroup<Source>[] {
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base' });
  const groups: { letter: string; sources: Source[] }[] = [];
  for (const source of sources) {
    const last = groups.at(-1);
    if (last && compare(last.letter, source.initial) === 0) last.sources.push(source);
    else groups.push({ letter: source.initial, sources: [source] });
  }
  return sources.length < long || groups.length > sources.length / 2 ? [{ sources }] : groups;
}
