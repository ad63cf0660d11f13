import type { CslName } from './source.ts';

/** A name of the bibliography as it is read: `Jan van der Berg`, `Kim Tong-Hyung`. */
export function displayName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const { family, given, suffix } = name;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const ordered =
    name['static-ordering'] === true
      ? [...particles, family, given, suffix]
      : [given, ...particles, family, suffix];
  return ordered.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
