import { expect, it } from 'vitest';
import { readGoodSite } from '../support/built-site.ts';
import { htmlFaults } from '../support/html-faults.ts';

it.each([
  ...['published-essay', 'second-essay', 'kitchen-sink', 'linked-essays', 'languages'],
  'cross-references',
])('every page is valid HTML (%s)', async (fixture) => {
  const { dist, files } = await readGoodSite(fixture);
  const pages = files.filter((name) => name.endsWith('.html'));

  expect(pages.length).toBeGreaterThanOrEqual(5);
  expect(await htmlFaults(dist, pages)).toEqual([]);
});
