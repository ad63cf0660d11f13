/** Pages and anchors that were published and are gone, with nothing in their place. */
import { successorOf } from './successor.ts';

/** What the register has in the place of a successor. No address is called so: each ends with a slash. */
export const withdrawn = 'withdrawn';

/** Addresses at which a page that has moved still stands. One that was withdrawn may come back. */
export function takenPages(retired: Readonly<Record<string, string>>): string[] {
  return Object.keys(retired).filter((path) => retired[path] !== withdrawn);
}

/** Addresses at which a page says so: all that were withdrawn, or led to one that was, but those that are back. */
export function withdrawnPages(
  retired: Readonly<Record<string, string>>,
  live: ReadonlySet<string>,
): string[] {
  return Object.keys(retired).filter(
    (path) => successorOf(path, retired) === withdrawn && !live.has(path),
  );
}
