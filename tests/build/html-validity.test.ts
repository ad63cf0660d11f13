import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { makeSite } from '../support/make-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // The pages are made for machines to send: what only concerns how source looks is off.
  rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
});

it.each([undefined, 'second-essay'])('every page is valid HTML (%s)', async (fixture) => {
  await using site = await makeSite(fixture);
  await site.run('build');
  const dist = join(site.root, 'dist');
  const pages = (await listFiles(dist)).filter((file) => file.endsWith('.html'));

  const faults = await Promise.all(
    pages.map(async (page) => {
      const report = await validator.validateString(await readFile(page, 'utf8'));
      return report.results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => {
          return `${relative(dist, page)}:${line}:${column} ${ruleId}: ${message}`;
        }),
      );
    }),
  );

  expect(pages.length).toBeGreaterThanOrEqual(5);
  expect(faults.flat()).toEqual([]);
});
