import { expect, it } from 'vitest';
import { checkEncoding } from '../../../src/essay/check-encoding.ts';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';

const read = (bytes: Buffer) => readEssayFile('content/essays/e.mdx', bytes.toString('utf8'), 'en');
const typed = '---\ntitle: Le café\ndate: 2020\n---\n\nText.\n';

it('reports a file in another encoding at the first letter that cannot be read', () => {
  const [problem, ...others] = checkEncoding(read(Buffer.from(typed, 'latin1')));

  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule: 'essay-is-utf-8', place: { line: 2, column: 14 } });
  expect(problem?.message).toContain('of “title: Le caf�” some letters');
});

it('reports nothing of a file in UTF-8', () => {
  expect(checkEncoding(read(Buffer.from(typed)))).toEqual([]);
});
