import { expect, it } from 'vitest';
import { readLatex } from '../../../src/importing/read-latex.ts';

it('names commands that Pandoc passes over with their words, and no others', async () => {
  const text = String.raw`\documentclass{article}
\setmainfont{Times}
\begin{document}
It \chilled{freezes} here.\vspace{2cm}\index{ice}\noindent

\begin{verse}It \emph{melts}.\end{verse}
\end{document}`;

  const { remarks } = await readLatex('ice.tex', text, async () => undefined);

  expect(remarks).toEqual([
    {
      kind: 'not-understood',
      message: String.raw`“\chilled{freezes}” is LaTeX that means nothing here, and is left out.`,
    },
  ]);
});
