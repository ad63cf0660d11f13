import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { fragmentLink, paragraphNumber } from '../citations/anchors.ts';
import { languageName } from '../essay/versions.ts';
import { langAttributes } from '../i18n/lang-attributes.ts';
import { loadMessages } from '../i18n/load-messages.ts';
import './file-data.ts';

interface Options {
  /** Language of the site, BCP 47. */
  readonly lang: string;
  /** The versions in other languages of the essay in the file of this name. */
  readonly counterparts: (name: string) => readonly Counterpart[];
}

/** The same essay in another language. */
export interface Counterpart {
  /** BCP 47. */
  readonly lang: string;
  /** From the top of the site, with a slash. */
  readonly address: string;
  /** Of its paragraphs. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * Gives every numbered paragraph a link to itself, behind its words and the links in them. It has no text of its own:
 * the number is drawn by the styles, so that it is never copied with the author's words. They count; `data-number` is a
 * number that counting does not give.
 *
 * Input: `<p id="p4">…</p>`
 * Output: `<p id="p4">…<a class="paragraph-link" href="#p4" aria-label="Paragraph 4"></a></p>`, and behind it, where the
 * essay is there in Korean, too, `<a class="counterpart" href="/2019/09/강/#p4" hreflang="ko" aria-label="Paragraph 4: 한국어"></a>`
 */
export const rehypeParagraphLinks: Plugin<[Options], Root> =
  ({ lang, counterparts }) =>
  (tree, file) => {
    const around = file.data.lang ?? lang;
    const words = loadMessages(around, lang);
    const foreign = langAttributes(words.lang, around);
    const order = new Map(
      (file.data.paragraphs ?? []).map((each, index) => [each.anchor, index + 1]),
    );
    const others = counterparts(file.data.name ?? '');
    for (const node of tree.children) {
      const id =
        node.type === 'element' && node.tagName === 'p' ? node.properties['id'] : undefined;
      if (node.type !== 'element' || typeof id !== 'string') continue;
      const href = fragmentLink(id);
      const number = paragraphNumber(id);
      const ariaLabel = words.paragraph(number);
      const dataNumber = number === String(order.get(id)) ? undefined : number;
      node.children.push(
        h('a', { className: ['paragraph-link'], href, ariaLabel, dataNumber, ...foreign }),
        ...others
          .filter(({ anchors }) => anchors.has(id))
          .map(({ lang: hrefLang, address }) =>
            h('a', {
              className: ['counterpart'],
              href: encodeURI(address) + href,
              hrefLang,
              ariaLabel: ariaLabel + words.colon + languageName(hrefLang),
              ...foreign,
            }),
          ),
      );
    }
  };
