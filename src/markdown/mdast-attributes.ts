/** Attributes in the Markdown tree: a node where they were typed, and then data of what they belong to. */
import type { Literal } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { type Attributes, readAttributes } from './micromark-attributes.ts';

/** `{#fig-tumen}`; `value` is all of it, as typed. */
export interface AttributesNode extends Literal {
  type: 'attributes';
  attributes: Attributes;
}

/** Attributes with the place where they were typed. */
export type TypedAttributes = Attributes & Pick<AttributesNode, 'value' | 'position'>;

declare module 'mdast' {
  interface PhrasingContentMap {
    attributes: AttributesNode;
  }
  interface RootContentMap {
    attributes: AttributesNode;
  }
  interface Data {
    attributes?: TypedAttributes;
  }
}

export function mdastAttributes(): Extension {
  return {
    enter: {
      attributes(token) {
        const value = this.sliceSerialize(token);
        const attributes = readAttributes(value) ?? {
          id: undefined,
          classes: [],
          values: new Map(),
        };
        this.enter({ type: 'attributes', value, attributes }, token);
      },
    },
    exit: {
      attributes(token) {
        this.exit(token);
      },
    },
  };
}

export function typedAttributes({ attributes, value, position }: AttributesNode): TypedAttributes {
  return { ...attributes, value, ...(position && { position }) };
}
