/** Numbers of figures, tables, equations and sections as JATS has them, and what refers to them. */
import type { TargetKind } from '../citations/labels.ts';
import { raw } from './pandoc-tree.ts';
import type { LabelStyle } from './place-labels.ts';

/** How JATS calls what is referred to. */
const referenceTypes: Readonly<Record<TargetKind, string>> = {
  figure: 'fig',
  table: 'table',
  equation: 'disp-formula',
  section: 'sec',
};

export const jatsLabels: LabelStyle = {
  label: (content) => [raw('jats', '<label>'), ...content, raw('jats', '</label>')],
  heading: (content) => [raw('jats', '<label>'), ...content, raw('jats', '</label>')],
  reference: (content, { label, kind }) => [
    raw('jats', `<xref ref-type="${referenceTypes[kind]}" rid="${label}">`),
    ...content,
    raw('jats', '</xref>'),
  ],
  equation: (formula, { label, number }) => [
    raw('jats', `<label>${label} (${number})</label>`),
    formula,
  ],
};

/**
 * Labels and ids where JATS has them, which Pandoc has no place for: outside of captions, titles and tables; and lines
 * of verse without paragraphs around them.
 */
export function moveLabels(xml: string): string {
  return xml
    .replace(/<p>(<verse-line>)|(<\/verse-line>)<\/p>/g, '$1$2')
    .replace(/(<caption>\s*<p>)(<label>.*?<\/label>)\s*/g, '$2$1')
    .replace(/<caption>\s*<p><\/p>\s*<\/caption>\s*/g, '')
    .replace(/<title>(<styled-content [^>]*>)?(<label>.*?<\/label>)\s*/g, '$2<title>$1')
    .replace(
      /<label>(\S+) (\(\d+\))<\/label><disp-formula>/g,
      '<disp-formula id="$1"><label>$2</label>',
    )
    .replace(
      /<table-wrap>((?:(?!<table\b)[\s\S])*)<table (id="[^"]*")>/g,
      '<table-wrap $2>$1<table>',
    );
}
