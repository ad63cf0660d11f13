/** `%ED%95%9C` as letters; what is no encoded text (UTF-8 in RFC 3986) stays as it is. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
