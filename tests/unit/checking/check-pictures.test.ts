import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPictures } from '../../../src/checking/check-pictures.ts';
import type { Project } from '../../../src/project.ts';
import { projectOf } from '../../support/published.ts';

let root: string;
let project: Project;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'check-pictures-'));
  const essays = { essay: '![A dot.](../../dot.png)' };
  project = { ...projectOf({ essays, bibliography: '' }), root };
  await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toFile(join(root, 'dot.png'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const check = () => checkPictures(project, project.essays);

describe('the pictures of an essay', () => {
  it('are looked at again when they have changed', async () => {
    expect(await check()).toEqual([]);

    await writeFile(join(root, 'dot.png'), 'No picture.');

    expect(await check()).toMatchObject([
      { rule: 'image-can-be-shown', message: '“../../dot.png” is no picture that can be read.' },
    ]);
  });

  it('are missed when they go from beside the content, while the essay stays as it is', async () => {
    expect(await check()).toEqual([]);

    await rm(join(root, 'dot.png'));

    expect(await check()).toMatchObject([
      {
        rule: 'image-exists',
        file: 'content/essays/essay.mdx',
        message: 'There is no image “../../dot.png”.',
      },
    ]);
  });
});
