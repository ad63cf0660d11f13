/**
 * The Content-Security-Policy of a page, as narrow as the page is: nothing is allowed but its own styles and
 * scripts, each by its hash, and files that lie beside it. https://www.w3.org/TR/CSP3/
 *
 * Astro has policies too (`security.csp`), but they allow every style and script of the same origin, and every
 * page the styles of all.
 */
import { hash } from 'node:crypto';

/** Directives by name, with their sources. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/** The page with its policy, before anything that the policy is about. */
export function addPolicy(html: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${writePolicy(policyFor(html))}">`;
  // Behind the encoding, which has to be among the first 1,024 bytes.
  const before = /<meta charset=[^>]*>/i.test(html) ? /<meta charset=[^>]*>/i : /<head>/i;
  return html.replace(before, (first) => first + meta);
}

export function policyFor(html: string): Policy {
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style\s*>/gis)].map(
    ([, text = '']) => text,
  );
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script\s*>/gis)]
    .filter(([, attributes = '']) => runs(/\stype="?([^"\s>]*)/i.exec(attributes)?.[1]))
    .map(([, , text = '']) => text);
  return {
    'default-src': ["'none'"],
    ...allowing('script-src', scripts.map(hashSource)),
    ...allowing('style-src', styles.map(hashSource)),
    'img-src': ["'self'", ...(usesDataImage.test(html) ? ['data:'] : [])],
    ...allowing('font-src', html.includes('@font-face') ? ["'self'"] : []),
    ...allowing('media-src', /<(?:audio|video)\b/i.test(html) ? ["'self'"] : []),
    ...allowing('manifest-src', /\srel="manifest"/i.test(html) ? ["'self'"] : []),
    // Lighthouse reads robots.txt through the page it looks at.
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
}

export function writePolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';');
}

export function readPolicy(text: string): Policy {
  const directives = text.split(';').map((each) => each.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

/** By which a policy allows a style or a script; line ends count as the parser of HTML reads them. */
export function hashSource(text: string): string {
  return `'sha256-${hash('sha256', text.replace(/\r\n?/g, '\n'), 'base64')}'`;
}

/** Whether a script of that `type` is run, rather than data for whoever reads it. */
export function runs(type: string | undefined): boolean {
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(
    type ?? '',
  );
}

const usesDataImage = /\s(?:src|href|srcset|poster)="data:|url\(["']?data:/i;

function allowing(name: string, sources: readonly string[]): Policy {
  return sources.length === 0 ? {} : { [name]: [...new Set(sources)] };
}
