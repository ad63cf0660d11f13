import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // The pages are made for machines to send: what only concerns how source looks is off.
  rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
});

/** What is wrong with the HTML of `pages`, paths in `dist`: each by its place, its rule and a sentence. */
export async function htmlFaults(dist: string, pages: readonly string[]): Promise<string[]> {
  const faults = await Promise.all(
    pages.map(async (page) => {
      const report = await validator.validateString(await readFile(join(dist, page), 'utf8'));
      return report.results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => {
          return `${page}:${line}:${column} ${ruleId}: ${message}`;
        }),
      );
    }),
  );
  return faults.flat();
}
