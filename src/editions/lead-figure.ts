/** The picture at the head of an essay, in a form that prints. */
import type { Essay } from '../metadata/essay.ts';

export interface LeadFigure {
  /** A whole SVG document, with a size and without anything outside it. */
  readonly svg: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The lead figure of an essay's editions; they have none where it is not given. */
export function leadFigureOf(_essay: Essay): LeadFigure | undefined {
  return undefined;
}
