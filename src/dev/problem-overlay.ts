/** Problems as a browser shows them over the page. */
import { join } from 'node:path';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ErrorPayload } from 'vite';
import type { Diagnostic } from '../problems/problem.ts';
import { adviceFor, formatReport, frameOf, type SourceText } from '../problems/report.ts';

/** What is sent to open pages. Astro's overlay takes its message as HTML. */
export function overlayFor(
  problems: readonly Diagnostic[],
  sourceText: SourceText,
  root: string,
): ErrorPayload {
  const [first] = problems;
  const message = problems.map((problem) => describe(problem, sourceText));
  return {
    type: 'error',
    err: {
      name: 'Not ready to be published',
      title: problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`,
      message: toHtml([looks, ...message]),
      stack: formatReport(problems, sourceText),
      plugin: 'check',
      ...(first && { loc: { ...first.place, file: join(root, first.file) } }),
    },
  };
}

/** A page with nothing but the overlay and the script at an address, for a page that cannot be made. */
export function overlayPage({ err }: ErrorPayload, address: string): string {
  // A script ends at the first `</`, wherever it stands.
  const data = JSON.stringify(err).replaceAll('<', '\\u003c');
  const script = [
    "import { ErrorOverlay } from '/@vite/client';",
    `document.body.append(new ErrorOverlay(${data}));`,
  ].join('\n');
  const page = h('html', { lang: 'en' }, [
    h('head', [h('meta', { charSet: 'utf-8' }), h('title', String(err['title']))]),
    h('body', [
      h('noscript', [h('pre', err.stack)]),
      h('script', { type: 'module' }, [{ type: 'text', value: script }]),
      h('script', { type: 'module', src: address }),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}`;
}

/** How Astro's overlay names what is changed or used here; nothing promises that it goes on so. */
export const astroOverlay = {
  parts: { message: '#message-content', code: '#code-content', stack: '#stack' },
  properties: ['--font-normal', '--font-monospace', '--misc-text'],
} as const;

const { message, code, stack } = astroOverlay.parts;
const [textFont, codeFont, codeColor] = astroOverlay.properties;

/** Long lines scroll. The part below, which is for a stack, would say the same again. */
const looks = h(
  'style',
  [
    `${stack}, ${code} { display: none !important }`,
    `${message} { min-width: 0; font-family: var(${textFont}); overflow-wrap: anywhere }`,
    '.problem + .problem { margin-block-start: 1.5rem }',
    `.problem :is(.where, pre) { font-family: var(${codeFont}) }`,
    `.problem pre { overflow-x: auto; margin: 0.5rem 0 0; color: var(${codeColor}) }`,
  ].join('\n'),
);

function describe(problem: Diagnostic, sourceText: SourceText): ElementContent {
  const { file, place, rule, message } = problem;
  const frame = frameOf(problem, sourceText(file));
  return h('div', { className: ['problem'] }, [
    h('strong', { className: ['where'] }, `${file}:${place.line}:${place.column}`),
    `  ${rule}\n${message}\n${adviceFor(problem)}`,
    ...(frame === undefined ? [] : [h('pre', frame)]),
  ]);
}
