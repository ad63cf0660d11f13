import { expect, it } from 'vitest';
import { factsOf } from '../../../src/importing/facts-of-pandoc.ts';

it.each([
  ['What crosses the *river*, for $5 or $6.', true],
  ['A share of $\\frac{x}{y}$.', false],
  ['As <sub>2</sub> says.', false],
])(
  'makes an abstract that a field may have one, and puts any other into the text: %s',
  (abstract, isField) => {
    const { facts, top } = factsOf({ meta: {}, abstract });

    expect(facts.abstract).toBe(isField ? abstract : undefined);
    expect(top).toHaveLength(isField ? 0 : 1);
  },
);
