/** What refers to figures, tables, equations, headings and notes, as an essay has it. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Messages } from '../i18n/load-messages.ts';
import { withCapital } from '../markdown/resolve-reference.ts';
import { decodeName } from './decode-name.ts';
import { writtenMarkdown } from './document.ts';
import { attribute, isElement, listElements, type Placed, replaceIn, wordsOf } from './hast.ts';
import type { Target } from './label-targets.ts';

/** Changes `body`. Returns the words that references say by themselves now. */
export function keepReferences(
  body: Root,
  elements: readonly Placed[],
  targets: ReadonlyMap<string, Target>,
  messages: Messages,
): string[] {
  const markers = elements.filter(({ node }) => isElement(node, 'note-marker'));
  const notes = [...new Set(markers.map(({ node }) => attribute(node, 'dataNote')))];
  const said: string[] = [];
  for (const { node, around } of listElements(body)) {
    const [parent] = around;
    const href = isElement(node, 'a') ? attribute(node, 'href') : '';
    if (parent === undefined || !href.startsWith('#')) continue;
    const name = decodeName(href.slice(1)).normalize('NFC');
    const target = targets.get(name);
    const note =
      notes.findIndex(
        (each) => [attribute(node, 'dataNote'), name].includes(each) || name === `fn-${each}`,
      ) + 1;
    const made =
      target !== undefined
        ? reference(node, parent, messages[target.kind](target.number), target.number, name)
        : note > 0
          ? reference(node, parent, messages.noteInText(note), String(note), '')
          : undefined;
    if (made !== undefined) {
      said.push(wordsOf(node));
      replaceIn(parent, node, [
        target === undefined ? noteReference(notes[note - 1] ?? '', made) : writtenMarkdown(made),
      ]);
    } else if (target !== undefined) node.properties = { href, dataKept: '' };
  }
  return said;
}

function noteReference(note: string, text: string): ElementContent {
  return {
    type: 'element',
    tagName: 'note-reference',
    properties: { dataNote: note, dataText: text },
    children: [],
  };
}

/** What is typed for a link that says `name` or `number`; `undefined` for one that says anything else. */
function reference(
  node: Element,
  parent: Parents,
  name: string,
  number: string,
  label: string,
): string | undefined {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  const words = wordsOf(node);
  if (words === number) return `[-@${label}]`;
  const isSame = words === fold(name);
  if (!isSame && words !== fold(withCapital(name))) return undefined;
  const typed = isSame ? label : withCapital(label);
  const index = parent.children.indexOf(node as never);
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  const isFree =
    (before === undefined || (before.type === 'text' && /[\s(]$/.test(before.value))) &&
    (after === undefined ||
      (after.type === 'text' && /^(?:[\s,;:!?)]|\.(?:\s|$))/.test(after.value)));
  return isFree && label !== '' ? `@${typed}` : `[@${typed}]`;
}
