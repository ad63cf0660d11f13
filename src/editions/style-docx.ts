/** How the essay looks in a word processor: an editor's manuscript, all of it by named styles. */

const serif =
  '<w:rFonts w:ascii="Palatino Linotype" w:hAnsi="Palatino Linotype" w:cs="Times New Roman"/>';

interface Style {
  /** Properties of paragraphs, and of letters; sizes are in half points, distances in twentieths of a point. */
  readonly paragraph?: string;
  readonly letters?: string;
}

const heading = (size: number, rest = ''): Style => ({
  paragraph: '<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/>',
  letters: `${rest}${sized(size)}`,
});

/** By the ids that Pandoc gives them. */
const styles: Readonly<Record<string, Style>> = {
  BodyText: {
    paragraph: '<w:spacing w:after="0" w:line="320" w:lineRule="auto"/><w:ind w:firstLine="360"/>',
  },
  FirstParagraph: { paragraph: '<w:ind w:firstLine="0"/>' },
  Compact: { paragraph: '<w:spacing w:before="40" w:after="40"/><w:ind w:firstLine="0"/>' },
  Title: {
    paragraph: '<w:keepNext/><w:spacing w:before="480" w:after="120"/>',
    letters: sized(40),
  },
  TitleChar: { letters: sized(40) },
  Author: { paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="60"/>', letters: sized(24) },
  Date: {
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="480"/>',
    letters: `<w:i/>${sized(22)}`,
  },
  Heading1: withLevel(heading(26, '<w:i/>'), 0),
  Heading2: withLevel(heading(24), 1),
  Heading3: withLevel(heading(22, '<w:i/>'), 2),
  BlockText: {
    paragraph: '<w:spacing w:before="120" w:after="120"/><w:ind w:left="480" w:right="480"/>',
  },
  FootnoteText: { paragraph: '<w:spacing w:after="60"/>', letters: sized(18) },
  Hyperlink: { letters: '<w:color w:val="1F4E79"/>' },
  ImageCaption: { paragraph: '<w:spacing w:before="80" w:after="320"/>', letters: sized(18) },
};

const paperSizes = {
  a4: '<w:pgSz w:w="11906" w:h="16838"/>',
  'us-letter': '<w:pgSz w:w="12240" w:h="15840"/>',
} as const;

/** Gives `word/styles.xml`, as Pandoc writes it, this look. */
export function styleDocx(xml: string): string {
  const base = xml.replace(
    /<w:docDefaults>.*?<w:lang ([^>]*)>.*?<\/w:docDefaults>/s,
    `<w:docDefaults><w:rPrDefault><w:rPr>${serif}${sized(22)}<w:lang $1></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
  );
  return Object.entries(styles).reduce((text, [id, { paragraph, letters }]) => {
    const pattern = new RegExp(`(<w:style [^>]*w:styleId="${id}".*?)</w:style>`, 's');
    if (!pattern.test(text)) throw new Error(`Pandoc's Word styles have no ${id}.`);
    return text.replace(pattern, (_whole, head: string) => {
      const bare = head
        .replace(/<w:pPr>.*?<\/w:pPr>|<w:pPr \/>/s, '')
        .replace(/<w:rPr>.*?<\/w:rPr>|<w:rPr \/>/s, '');
      return `${bare}${wrap('pPr', paragraph)}${wrap('rPr', letters)}</w:style>`;
    });
  }, base);
}

/** Gives `word/document.xml` its paper, and its footnotes one sequence of numbers: Pandoc begins anew in each section. */
export function setUpPages(xml: string, paper: keyof typeof paperSizes): string {
  const margins =
    '<w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="1701" w:header="850" w:footer="850" w:gutter="0"/>';
  const numbered = xml.replaceAll(
    /<w:numRestart w:val="\w+"\s*\/>/g,
    '<w:numRestart w:val="continuous"/>',
  );
  const end = numbered.lastIndexOf('</w:sectPr>');
  if (end < 0) throw new Error('Pandoc’s Word document has no section.');
  return `${numbered.slice(0, end)}${paperSizes[paper]}${margins}${numbered.slice(end)}`;
}

function sized(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function withLevel({ paragraph, letters }: Style, level: number): Style {
  return { paragraph: `${paragraph}<w:outlineLvl w:val="${level}"/>`, ...(letters && { letters }) };
}

function wrap(name: string, content: string | undefined): string {
  return content === undefined ? '' : `<w:${name}>${content}</w:${name}>`;
}
