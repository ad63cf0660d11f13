/** The formats in which references are given away. */

import { toBibtex } from '../bibliography/bibtex.ts';
import type { TextKind } from '../bibliography/rich-text.ts';
import { toRis } from '../bibliography/ris.ts';
import type { CslItem } from '../bibliography/source.ts';

export interface ExportFormat {
  /** As readers know it. */
  readonly title: string;
  readonly type: string;
  readonly write: (items: readonly CslItem[], text: TextKind) => string;
}

/** By the end of the file's name. */
export const exportFormats = {
  bib: { title: 'BibTeX', type: 'application/x-bibtex', write: toBibtex },
  ris: { title: 'RIS', type: 'application/x-research-info-systems', write: toRis },
  json: {
    title: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: (items) => `${JSON.stringify(items, null, 2)}\n`,
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportName = keyof typeof exportFormats;

export const exportNames = Object.keys(exportFormats) as ExportName[];
