import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { astroOverlay, overlayFor, overlayPage } from '../../../src/dev/problem-overlay.ts';
import { assignSeverity } from '../../../src/problems/problem.ts';

const text = 'Text </script><b>.[@kim2018]';
const problems = assignSeverity(
  [
    {
      rule: 'citation-key-exists',
      file: 'content/essays/a.mdx',
      place: { line: 1, column: 19 },
      length: 10,
      message: 'The key “</script><b>” is not there.',
      nearest: 'kim2019',
    },
  ],
  { severities: {}, strict: false },
);
const overlay = overlayFor(problems, () => text, '/project');

it('says where it is, what is meant and what to do, and shows the line', () => {
  expect(overlay.err.message).toContain('content/essays/a.mdx:1:19');
  expect(overlay.err.message).toContain('Did you mean “kim2019”? Correct the key');
  expect(overlay.err.message).toContain('.[@kim2018]\n');
  expect(overlay.err.loc).toEqual({ file: '/project/content/essays/a.mdx', line: 1, column: 19 });
});

it('shows what was typed as it was typed', () => {
  expect(overlay.err.message).not.toContain('<b>');
  expect(overlayPage(overlay, '/script.ts').match(/<\/script>/g)).toHaveLength(2);
});

it('relies on what Astro’s overlay has', () => {
  const astro = readFileSync('node_modules/astro/dist/core/errors/overlay.js', 'utf8');

  for (const id of Object.values(astroOverlay.parts)) {
    expect(astro).toContain(`id="${id.slice(1)}"`);
  }
  for (const property of astroOverlay.properties) expect(astro).toContain(`${property}: `);
});
