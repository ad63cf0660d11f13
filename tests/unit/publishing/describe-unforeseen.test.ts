import { describe, expect, it } from 'vitest';
import { describeUnforeseen } from '../../../src/publishing/describe-unforeseen.ts';

const end =
  '\nNo check foresaw this, so it is a fault of the site’s code: please report it, with what it needs.';

describe('a failure that no check foresaw', () => {
  it('names the file and the reason, and shows no trace', () => {
    const message = [
      'Build failed with 1 error:',
      '',
      '[plugin @mdx-js/rolldown] /site/content/essays/e.mdx:undefined:undefined',
      'MDXError: Could not parse `style` attribute on `span`',
      '    at handler (file:///site/node_modules/@astrojs/mdx/dist/vite-plugin-mdx.js:64:17)',
    ].join('\n');

    expect(describeUnforeseen(message, '/site/')).toBe(
      `content/essays/e.mdx: The page of this file cannot be made: Could not parse \`style\` attribute on \`span\`.${end}`,
    );
  });

  it('says what it can where no file of the author is named', () => {
    const message = 'TypeError: x is not a function\n    at y (file:///z.js:1:2)';

    expect(describeUnforeseen(message, '/site')).toBe(
      `The site cannot be built: x is not a function.${end}`,
    );
  });

  it('is as it is where it is a sentence already', () => {
    expect(describeUnforeseen('An edition lacks note 3.\nNothing was published.', '/site')).toBe(
      'An edition lacks note 3.\nNothing was published.',
    );
  });
});
