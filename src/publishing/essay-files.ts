/** Which files of a built site belong to which essay. */

/** Of all `names`, those that lie beside an essay's page, by the address of the essay. */
export function filesBeside(
  names: Iterable<string>,
  addresses: Iterable<string>,
): Map<string, string[]> {
  const files = new Map([...addresses].map((address): [string, string[]] => [address, []]));
  for (const name of names) {
    const folders = name.split('/').slice(0, -1);
    // `2019/09/slug/`, or `2019/slug/` where no month is known.
    const owners = [3, 2].map((depth) => `${folders.slice(0, depth).join('/')}/`);
    files.get(owners.find((address) => files.has(address)) ?? '')?.push(name);
  }
  return files;
}
