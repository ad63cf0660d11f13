import type { CitationLibrary } from '../formatting/citation-library.ts';
import { assignSeverity, type Problem, type Severities } from '../problems/problem.ts';
import { formatReport } from '../problems/report.ts';

/** The essay a plugin works on: its name, as the author knows it, and its text. */
interface OwnFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Throws when there is an error among `problems`: one error with everything in its message, and with the
 * place of the first problem of `own`, so that an editor or an overlay can jump to it.
 */
export function stopOn(
  problems: readonly Problem[],
  library: CitationLibrary,
  severities: Severities,
  own?: OwnFile,
): void {
  const diagnostics = assignSeverity(problems, { severities, strict: false });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const first = errors.find(({ file }) => file === own?.name);
  const text = formatReport(errors, (name) =>
    name === own?.name ? own?.text : library.textOf(name),
  );
  throw Object.assign(new Error(`This essay cannot be published yet.\n\n${text}`), first?.place);
}
