/**
 * A failure that no check foresaw, in words for an author: the file and what was wrong, without the trace that Vite
 * writes into its message. Any other message is as it is.
 *
 * Input: `Build failed with 1 error:⏎⏎[plugin @mdx-js/rolldown] /site/content/essays/e.mdx:1:2⏎MDXError: No span⏎    at handler (file:///…)`
 * Output: `content/essays/e.mdx: The page of this file cannot be made: No span.⏎No check foresaw this, …`
 */
export function describeUnforeseen(message: string, root: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at .*[:)]/.test(line));
  const isTraced = lines.length < message.split('\n').length;
  if (!isTraced && !/^Build failed with \d+ errors?/.test(message)) return message;
  const content = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/content/`;
  const file = message
    .replaceAll('\\', '/')
    .split(content)[1]
    ?.match(/^[^\n:]+/)?.[0];
  const reasons = lines
    .map((line) => line.replace(/^\[plugin [^\]]*\]\s*/, '').trim())
    .filter((line) => line !== '' && !/^Build failed with \d+/.test(line) && !isPlace(line));
  const reason = (reasons[0] ?? 'nothing is known').replace(/^\w*Error: /, '').replace(/[.:]$/, '');
  const what =
    file === undefined
      ? `The site cannot be built: ${reason}.`
      : `content/${file}: The page of this file cannot be made: ${reason}.`;
  return `${what}\nNo check foresaw this, so it is a fault of the site’s code: please report it, with what it needs.`;
}

/** `/site/content/essays/e.mdx:1:2`, and no more. */
function isPlace(line: string): boolean {
  return /^(?:\/|[A-Z]:)\S.*:(?:\d+|undefined):(?:\d+|undefined)$/i.test(line);
}
