/**
 * Where a retired permalink leads. `retired` has, by each name that is gone, the one that took its place, which may be
 * gone itself. A name that is not retired leads to itself, and one of a circle to one of the circle.
 */
export function successorOf(name: string, retired: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let now = name;
  while (Object.hasOwn(retired, now) && !seen.has(now)) {
    seen.add(now);
    now = retired[now] ?? now;
  }
  return now;
}
