import { expect, it } from 'vitest';
import { mapEssays } from '../../../src/essay/map-essays.ts';

const entry = (draft: boolean, isFaulty: boolean) => ({ data: { draft }, isFaulty });
const make = async ({ isFaulty }: { isFaulty: boolean }) => {
  if (isFaulty) throw new Error('This essay cannot be published yet.');
  return 'made';
};

it('leaves out a faulty draft, and fails for a faulty essay', async () => {
  expect(
    await mapEssays([entry(true, true), entry(true, false), entry(false, false)], make),
  ).toEqual(['made', 'made']);
  await expect(mapEssays([entry(false, true)], make)).rejects.toThrow('cannot be published');
});
