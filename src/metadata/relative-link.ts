/**
 * A link from one page of the site to another that works wherever the site is put.
 * Both are addresses from the top of the site without a leading slash; the top itself is ''.
 */
export function relativeLink(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const common = from !== '' && to.startsWith(from) ? to.slice(from.length) : up + to;
  return common === '' ? './' : common;
}
