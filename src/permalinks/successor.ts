/** Where a page is now that moved once or more. */
export function successorOf(page: string, retired: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let now = page;
  for (let next = retired[now]; next !== undefined && !seen.has(next); next = retired[now]) {
    seen.add(next);
    now = next;
  }
  return now;
}
