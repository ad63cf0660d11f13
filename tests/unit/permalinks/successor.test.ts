import { describe, expect, it } from 'vitest';
import { successorOf } from '../../../src/permalinks/successor.ts';

describe('a permalink that was retired', () => {
  it('leads to what took its place, however often that was retired in turn', () => {
    const retired = { a: 'b', b: 'c', x: 'y' };

    expect(successorOf('a', retired)).toBe('c');
    expect(successorOf('b', retired)).toBe('c');
  });

  it('leads somewhere even when a register leads it in a circle', () => {
    expect(successorOf('a', { a: 'b', b: 'a' })).toBe('a');
    expect(successorOf('a', { a: 'a' })).toBe('a');
  });
});

describe('a permalink that is not retired', () => {
  it.each(['c', 'constructor', '__proto__'])('leads to itself: %s', (name) => {
    expect(successorOf(name, { a: 'b' })).toBe(name);
  });
});
