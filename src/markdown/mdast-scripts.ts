import type { Extension } from 'mdast-util-from-markdown';

/**
 * What becomes `<sub>` or `<sup>` of the tokens of `micromark-scripts.ts`.
 *
 * Input: `2^nd^`
 * Output: text, `{ type: 'emphasis', data: { hName: 'sup' }, children: [text] }`
 */
export function mdastScripts(): Extension {
  return {
    enter: {
      script(token) {
        const hName = this.sliceSerialize(token).startsWith('~') ? 'sub' : 'sup';
        this.enter({ type: 'emphasis', data: { hName }, children: [] }, token);
      },
    },
    exit: {
      scriptText(token) {
        const value = this.sliceSerialize(token).replace(/\\([ !-/:-@[-`{-~])/g, '$1');
        this.enter({ type: 'text', value }, token);
        this.exit(token);
      },
      script(token) {
        this.exit(token);
      },
    },
  };
}
