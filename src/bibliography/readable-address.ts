/** Web addresses as people read them; what is followed stays encoded. */

/**
 * The address with the letters and digits of every script in place of their percent-encoding:
 * `https://example.org/%E5%B7%9D?a%20b` is `https://example.org/川?a%20b`. Whatever could mislead stays encoded: a sign
 * of the address itself (`%2F`), space, controls, what is not seen or turns the direction, bytes that are no UTF-8.
 */
export function readableAddress(address: string): string {
  return address.replace(/(?:%[89a-f][\da-f])+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes).replace(misleading, encodeURIComponent);
    } catch {
      return bytes;
    }
  });
}

/** A mark with no letter before it would stand on a sign of the address. */
const misleading = /(?<!\p{L}\p{M}*)\p{M}|[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/gu;
