/** One who made an essay: author, editor or translator. */
import { type AuthorName, readAuthorName } from './author-name.ts';
import type { Person } from './people.ts';

export interface Contributor extends AuthorName, Omit<Person, 'name'> {
  readonly part: 'author' | 'editor' | 'translator';
}

export function readPerson({ name, ...about }: Person, part: Contributor['part']): Contributor {
  return { ...readAuthorName(name), ...about, part };
}

/** All, the authors first. */
export function contributorsOf(essay: {
  readonly creators: readonly Contributor[];
  readonly editor: readonly Contributor[];
  readonly translator: readonly Contributor[];
}): readonly Contributor[] {
  return [...essay.creators, ...essay.editor, ...essay.translator];
}
