/** A picture from the web, for `--fetch-images` alone. */

/** Milliseconds; and bytes, of which a photograph has a tenth. */
const longest = 15_000;
const largest = 30 * 1024 * 1024;

export async function fetchPicture(
  address: string,
): Promise<Uint8Array | { readonly fault: string }> {
  const url = address.startsWith('//') ? `https:${address}` : address;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(longest) });
    if (!response.ok) return { fault: `its host answered ${response.status}` };
    if (Number(response.headers.get('content-length') ?? 0) > largest)
      return { fault: 'it is too large' };
    // A host may say no size, or a wrong one.
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > largest) return { fault: 'it is too large' };
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch (error) {
    return {
      fault: `its host cannot be reached (${error instanceof Error ? error.message : error})`,
    };
  }
}
