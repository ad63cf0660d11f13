/** Fonts, which the styles inside a page name from the top of the site: `url(/_astro/face.hash.woff2)`. */
import { relativeLink } from '../metadata/relative-link.ts';

/**
 * The page with addresses of fonts from where it stands, found without reading its tags, since every page has them.
 * `name` is the path of its file from the top of the site. The error page is shown at addresses of any depth, from
 * which no font would be found, so it names none.
 */
export function placeFonts(html: string, name: string): string {
  return html.replace(fontFace, (_rule, before: string, file: string, after: string) =>
    name === '404.html' ? '' : `${before}${relativeLink(name, file)}${after}`,
  );
}

const fontFace = /(@font-face\{[^{}<]*url\()\/(_astro\/[^()<]*)(\)[^{}<]*\})/g;
