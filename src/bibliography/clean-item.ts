/** Items that call themselves CSL-JSON, as registries give them: with fields and types that CSL does not have. */
import { plugins } from '@citation-js/core';
import { z } from 'zod';

const list = z.array(z.record(z.string(), z.unknown()));

/** With what CSL has and in its shapes; a type that nobody knows stays. The item is to be read by `cslItem` then. */
export function cleanItem(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [clean = {}] = list.parse(plugins.input.util.clean([item]));
  const { type } = clean;
  return { ...clean, type: typeof type === 'string' ? type : item['type'] };
}
