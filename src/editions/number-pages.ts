/** The numbers of a Word document's pages: a part of its own, that the document has to name (ECMA-376 part 1, 17.10.3). */
import { type ArchiveEdit, edit } from './make-zip-reproducible.ts';

const id = 'rIdPageNumber';
const name = 'footer.xml';
const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/wordprocessingml/2006/main`;
const relationships = `${schemas}/officeDocument/2006/relationships`;
const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';

const field = [
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:t>1</w:t>',
  '<w:fldChar w:fldCharType="end"/>',
];
const letters = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>';

/** To be added, by the names they have in the archive. */
export const footerFiles: Readonly<Record<string, string>> = {
  [`word/${name}`]: `<?xml version="1.0" encoding="UTF-8"?>
<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>${field
    .map((run) => `<w:r>${letters}${run}</w:r>`)
    .join('')}</w:p></w:ftr>`,
};

export const numberPages: readonly ArchiveEdit[] = [
  edit(/^\[Content_Types\]\.xml$/, (text) =>
    before('</Types>', text, `<Override PartName="/word/${name}" ContentType="${mediaType}"/>`),
  ),
  edit(/^word\/_rels\/document\.xml\.rels$/, (text) =>
    before(
      '</Relationships>',
      text,
      `<Relationship Id="${id}" Type="${relationships}/footer" Target="${name}"/>`,
    ),
  ),
  // First in its section; later sections take over what an earlier one has.
  edit(/^word\/document\.xml$/, (text) =>
    text.replace(
      /<w:sectPr\b[^>]*>/,
      (opening) => `${opening}<w:footerReference w:type="default" r:id="${id}"/>`,
    ),
  ),
];

function before(end: string, text: string, addition: string): string {
  if (!text.includes(end)) throw new Error(`Pandoc’s Word document has no ${end}.`);
  return text.replace(end, () => addition + end);
}
