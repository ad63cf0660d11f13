/**
 * Labels of figures, tables, equations and headings, and what refers to them, as an essay has them: where a document
 * has the ids of a site like this, and says the numbers that the site would give.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { loadMessages } from '../i18n/load-messages.ts';
import { writtenMarkdown } from './document.ts';
import { hasClass, isElement, listElements, replaceIn, wordsOf } from './hast.ts';
import { keepReferences } from './keep-references.ts';
import { isHeading, numberTargets, type Target, targetOf } from './label-targets.ts';

/** Changes `body`, whose language is `lang`. The words that labels and references say by themselves now. */
export function keepLabels(body: Root, lang: string): string[] {
  const messages = loadMessages(lang, 'en');
  const adopted = adoptLabels(body);
  const elements = listElements(body);
  const targets = numberTargets(elements, elements.flatMap(targetOf));
  const kept = new Map<string, Target>();
  const said = [...adopted];
  const isNumbered = targets.some(({ kind }) => kind === 'section');
  for (const target of targets) {
    const label = labelIn(target.box);
    if (label !== undefined && !label.words.includes(target.number)) continue;
    kept.set(target.label, target);
    said.push(...takeLabel(label));
    if (target.kind === 'section')
      target.node.children.push(writtenMarkdown(` {#${target.label}}`));
    else target.node.properties['dataLabel'] = target.label;
  }
  // With one of them, all have numbers.
  if (isNumbered)
    for (const { node } of elements.filter(isHeading)) said.push(...takeLabel(labelIn(node)));
  return [...said, ...keepReferences(body, elements, kept, messages)];
}

/** `{#eq-share}` behind a formula, as Pandoc leaves it: in the same paragraph, or alone in the next. */
function adoptLabels(body: Root): string[] {
  const said: string[] = [];
  for (const { node, around } of listElements(body)) {
    if (!isElement(node, 'tex-formula')) continue;
    const next = nextOf([node, ...around]);
    const text = isElement(next, 'p') ? next.children[0] : next;
    const typed = text?.type === 'text' ? /^\s*\{#(eq-[^\s{}]+)\}/.exec(text.value) : null;
    if (text?.type !== 'text' || typed === null) continue;
    node.properties['id'] = typed[1] ?? '';
    text.value = text.value.slice(typed[0].length);
    said.push(typed[0]);
  }
  return said;
}

/** What comes next in the text, out of all that ends before it. */
function nextOf([inner, outer, ...more]: readonly Parents[]): ElementContent | undefined {
  if (inner === undefined || outer === undefined) return undefined;
  const after = (outer.children as ElementContent[]).slice(
    outer.children.indexOf(inner as never) + 1,
  );
  return (
    after.find((each) => each.type !== 'text' || each.value.trim() !== '') ??
    nextOf([outer, ...more])
  );
}

interface FoundLabel {
  readonly node: Element;
  readonly parent: Parents;
  readonly words: string;
}

/** “Figure 1.” in a caption, “1.1” in a heading. */
function labelIn(node: Element): FoundLabel | undefined {
  const found = listElements({ type: 'root', children: node.children }).find(
    (each) => isElement(each.node, 'span') && hasClass(each.node, /^label$/),
  );
  if (found === undefined) return undefined;
  const [around] = found.around;
  const parent = around === undefined || around.type === 'root' ? node : around;
  return { node: found.node, parent, words: wordsOf(found.node) };
}

function takeLabel(label: FoundLabel | undefined): string[] {
  if (label === undefined) return [];
  const { node, parent, words } = label;
  const after = parent.children[parent.children.indexOf(node as never) + 1];
  if (after?.type === 'text') after.value = after.value.trimStart();
  replaceIn(parent, node, []);
  return [words];
}
