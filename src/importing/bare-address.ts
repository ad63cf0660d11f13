/** An address as it may be written in several ways, and that of a DOI as the DOI. */
export function bareAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}
