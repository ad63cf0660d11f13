import { describe, expect, it } from 'vitest';
import { readEssayFile } from '../../../src/essay/read-essay-file.ts';

const read = (text: string, name = 'content/essays/korea.mdx') => readEssayFile(name, text, 'ko');

describe('the file of an essay', () => {
  it('is read as its text, its name and its front matter', () => {
    const file = read('---\ntitle: T\ndate: 2019-09\n---\nText.\n');

    expect(file).toMatchObject({ slug: 'korea', isDraft: false });
    expect(file.body.trim()).toBe('Text.');
    expect(file.essay).toMatchObject({ title: 'T', path: '2019/09/korea/', file: file.name });
  });

  it('is an essay in the language of the site when it says none', () => {
    expect(read('---\ntitle: T\ndate: 2019\n---\n').essay?.lang).toBe('ko');
    expect(read('---\ntitle: T\ndate: 2019\nlang: ru\n---\n').essay?.lang).toBe('ru');
  });

  it('is no essay while its front matter is faulty', () => {
    expect(read('---\ntitle: T\n---\nText.\n').essay).toBeUndefined();
    expect(read('Text.\n').essay).toBeUndefined();
  });

  it.each([
    ['title: T\ndraft: true', true],
    ['{ "draft": True }', true],
    ['draft: false', false],
    ['draft: "true"', false],
    ['draft: yes', false],
    ['title: draft', false],
    ['remarks: [{ text: "draft: true" }]', false],
    ['draft: true\ntitle: "T', false],
    [undefined, false],
  ])('is a draft when it says so, as %j does: %s', (yaml, expected) => {
    const text = yaml === undefined ? 'Text.' : `---\n${yaml}\n---\nText.`;

    expect(read(text).isDraft).toBe(expected);
  });
});
