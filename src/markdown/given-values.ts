import type { MdxJsxAttributeValueExpression } from 'mdast-util-mdx';

type Program = NonNullable<NonNullable<MdxJsxAttributeValueExpression['data']>['estree']>;
type Expression = Extract<Program['body'][number], { type: 'ExpressionStatement' }>['expression'];

/**
 * Whether what an essay gives to a component is data, or a name that it imports, and nothing that is worked out.
 *
 * Input: `{[1950, 1960]}`, `{{ unit: 'kg' }}`, `{trade}`
 */
export function isData(
  { data }: MdxJsxAttributeValueExpression,
  imports: readonly string[],
): boolean {
  const [statement] = data?.estree?.body ?? [];
  return statement?.type === 'ExpressionStatement' && isValue(statement.expression, imports);
}

function isValue(node: Expression, imports: readonly string[]): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'Identifier':
      return imports.includes(node.name);
    case 'UnaryExpression':
      return isValue(node.argument, imports);
    case 'ArrayExpression':
      return node.elements.every(
        (each) => each !== null && each.type !== 'SpreadElement' && isValue(each, imports),
      );
    case 'ObjectExpression':
      return node.properties.every(
        (each) =>
          each.type === 'Property' && !each.computed && isValue(each.value as Expression, imports),
      );
    default:
      return false;
  }
}
