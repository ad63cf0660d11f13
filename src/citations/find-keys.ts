import { bareKey } from './citation.ts';

/** Every key that a text names anywhere, without parsing it: what is not among these is not cited. */
export function findKeys(text: string): string[] {
  const inBraces = [...text.matchAll(/@\{([^{}\s]+)\}/g)];
  const keys = [...text.matchAll(bareKey), ...inBraces].map(([, key = '']) => key.normalize('NFC'));
  // Without brackets, a key ends where an element begins.
  return keys.flatMap((key) => [...new Set([key, key.replace(/[<>].*/, '')])]);
}
