/** Formulas in the Markdown tree, named as `mdast-util-math` names them. */
import type { Literal } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import { typedAttributes } from './mdast-attributes.ts';

/** `$$x$$` as a block; `value` is the TeX between the dollars. */
export interface MathBlock extends Literal {
  type: 'math';
}

/** `$x$`, or `$$x$$` amid a paragraph. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
  /** Whether it stands on a line of its own. */
  isDisplay: boolean;
}

declare module 'mdast' {
  interface BlockContentMap {
    math: MathBlock;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    math: MathBlock;
    inlineMath: InlineMath;
  }
}

export function mdastMath(): Extension {
  return {
    enter: {
      mathBlock(token) {
        this.enter({ type: 'math', value: '' }, token);
        this.buffer();
      },
      mathText(token) {
        const isDisplay = this.sliceSerialize(token).startsWith('$$');
        this.enter({ type: 'inlineMath', value: '', isDisplay }, token);
        this.buffer();
      },
    },
    exit: {
      mathData(token) {
        this.config.enter['data']?.call(this, token);
        this.config.exit['data']?.call(this, token);
      },
      mathBlock(token) {
        finish(this);
        this.exit(token);
      },
      mathText(token) {
        finish(this);
        this.exit(token);
      },
    },
  };
}

/** Takes what was gathered: the TeX, and attributes behind the end of a block. */
function finish(context: CompileContext): void {
  const gathered = context.stack.at(-1);
  const typed =
    gathered?.type === 'fragment'
      ? gathered.children.find((child) => child.type === 'attributes')
      : undefined;
  const value = context.resume();
  const node = context.stack.at(-1);
  if (node?.type !== 'math' && node?.type !== 'inlineMath') return;
  const tex = typed === undefined ? value : value.slice(0, value.length - typed.value.length);
  node.value = tex.trim();
  if (typed !== undefined) node.data = { ...node.data, attributes: typedAttributes(typed) };
}
