/**
 * Labels of what an essay numbers: `fig-tumen`, `tbl-trade`, `eq-share`, `sec-origins`, and `note-kim2019` for a note.
 * The first letters say what it is, as Quarto has it (https://quarto.org/docs/authoring/cross-references.html), so a
 * label needs no second name for that, and an `@` before it tells it from a source.
 */
import { z } from 'zod';

const kinds = {
  fig: 'figure',
  tbl: 'table',
  eq: 'equation',
  sec: 'section',
} as const;

/** Something of an essay that has a label and a number. */
export const numberedTarget = z.object({
  kind: z.enum(Object.values(kinds)),
  /** Which is its anchor, too: `fig-tumen`. */
  label: z.string(),
  /** Its number among those of its kind, from 1; of a section `2.1`. */
  number: z.string(),
  /** What it is called amid the words of the essay: “Figure 3”. */
  name: z.string(),
});

export type NumberedTarget = z.infer<typeof numberedTarget>;
export type TargetKind = NumberedTarget['kind'];

/** What a label says it is on; `undefined` for a label that numbers nothing. */
export function kindOfLabel(label: string): TargetKind | undefined {
  const [, prefix = ''] = /^(fig|tbl|eq|sec)-./u.exec(label) ?? [];
  return Object.entries(kinds).find(([each]) => each === prefix)?.[1];
}

/** `tumen` for `note-tumen`: the label of a note, or a key that it cites. */
export function noteOfLabel(label: string): string | undefined {
  return /^note-(.+)$/su.exec(label)?.[1];
}

/** A label as it is referred to: a capital asks for one at the beginning of a sentence, as in `@Fig-tumen`. */
export function readReference(key: string): { label: string; isCapital: boolean } | undefined {
  const [, first = '', rest = ''] = /^(.)(.*)$/su.exec(key) ?? [];
  const label = first.toLowerCase() + rest;
  const isLabel = kindOfLabel(label) !== undefined || noteOfLabel(label) !== undefined;
  return isLabel ? { label, isCapital: first !== first.toLowerCase() } : undefined;
}
