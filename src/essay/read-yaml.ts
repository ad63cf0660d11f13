import { parse, YAMLParseError } from 'yaml';

/** What front matter says, before it is known to be valid; nothing when it is no YAML. */
export function readYaml(yaml: string | undefined): Record<string, unknown> | undefined {
  try {
    // Without the tag, a day would be a word here and a moment where Astro reads it.
    const data: unknown = parse(yaml ?? '', { customTags: ['timestamp'] });
    return typeof data === 'object' && data !== null ? { ...data } : {};
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** Whether an essay is a draft: it says so, in front matter that can be read. */
export function isDraft(yaml: string | undefined): boolean {
  return yaml?.includes('draft') === true && readYaml(yaml)?.['draft'] === true;
}
