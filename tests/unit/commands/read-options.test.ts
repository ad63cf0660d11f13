import { describe, expect, it } from 'vitest';
import { keptByNpm } from '../../../src/commands/read-options.ts';

describe('the options that npm keeps for itself', () => {
  const options = { date: { type: 'string' }, 'empty-site': { type: 'boolean' } } as const;

  it.each([
    ['npm_config_date', 'date'],
    ['npm_config_empty_site', 'empty-site'],
  ])('are told by its variable %s', (variable, name) => {
    expect(keptByNpm(options, { [variable]: 'true' })).toEqual([name]);
  });

  it('are none of those that stand behind the two dashes', () => {
    expect(keptByNpm(options, { npm_config_date: '', npm_config_audit: 'true' })).toEqual([]);
  });
});
