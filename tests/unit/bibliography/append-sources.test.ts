import { describe, expect, it } from 'vitest';
import { appendEntries, appendItems } from '../../../src/bibliography/append-sources.ts';

const entry = '@book{b,\n  title = {B},\n}';
const toBib = (text: string) => appendEntries({ path: 'a.bib', text }, [entry, entry]);
const toJson = (text: string) => appendItems({ path: 'a.json', text }, [{ id: 'b' }]);

describe('new entries of a .bib file', () => {
  it.each([
    ['is empty', '', ''],
    ['ends as it should', '@book{a}\n', '\n'],
    ['has no line end at its end', '@book{a}', '\n\n'],
    ['ends in an empty line', '@book{a}\n\n', ''],
  ])('stand behind all that is there, after an empty line, when it %s', (_, old, gap) => {
    expect(toBib(old)).toBe(`${old}${gap}${entry}\n\n${entry}\n`);
  });

  it('have the line ends of the file', () => {
    const crlf = entry.replaceAll('\n', '\r\n');

    expect(toBib('@book{a}\r\n')).toBe(`@book{a}\r\n\r\n${crlf}\r\n\r\n${crlf}\r\n`);
    expect(toBib('@book{a}\r\n% end')).toBe(`@book{a}\r\n% end\r\n\r\n${crlf}\r\n\r\n${crlf}\r\n`);
  });
});

describe('new items of a .json file', () => {
  it.each([
    ['[]', '[\n  {\n    "id": "b"\n  }\n]'],
    ['[\n]\n', '[\n  {\n    "id": "b"\n  }\n]\n'],
    ['[{"id":"a"}]', '[{"id":"a"},\n  {\n    "id": "b"\n  }\n]'],
    ['[\n\t{ "id": "a" }\n]\n', '[\n\t{ "id": "a" },\n\t{\n\t\t"id": "b"\n\t}\n]\n'],
    ['[\r\n  {"id":"a"}\r\n]', '[\r\n  {"id":"a"},\r\n  {\r\n    "id": "b"\r\n  }\r\n]'],
  ])('stand before the bracket that closes %j, and all else stays', (old, expected) => {
    expect(toJson(old)).toBe(expected);
    expect(JSON.parse(expected)).toHaveLength(JSON.parse(old).length + 1);
  });

  it('keep every sign of their text', () => {
    const title = 'A\u2028B\nC';
    const text = appendItems({ path: 'a.json', text: '[]' }, [{ title }]);

    expect(JSON.parse(text)).toEqual([{ title }]);
  });
});
