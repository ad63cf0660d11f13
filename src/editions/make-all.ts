/** All editions of one essay, from one reading of it. */
import { buildTree, type EssayTree } from './build-tree.ts';
import type { EditionDocument, Editions } from './document.ts';
import { matterOf } from './edition-matter.ts';
import { makeCover } from './make-cover.ts';
import { makeDocx } from './make-docx.ts';
import { makeEpub } from './make-epub.ts';
import { makeJats } from './make-jats.ts';
import { makePdf } from './make-pdf.ts';
import { outlineLabels } from './outline-labels.ts';
import { packImages } from './pack-images.ts';
import { readEssayPage } from './read-essay-page.ts';

export async function makeAll(given: EditionDocument): Promise<Editions> {
  const { document, tree } = await readDocument(given);
  return {
    pdf: await makePdf(document, tree),
    epub: await makeEpub(document, tree, await makeCover(document)),
    docx: await makeDocx(document, tree),
    jats: await makeJats(document, tree),
  };
}

/** The document with its text as one tree, which every format is written from. */
export async function readDocument(
  given: EditionDocument,
): Promise<{ document: EditionDocument; tree: EssayTree }> {
  const document = outlineLabels(given);
  const body = readEssayPage(document);
  const tree = await buildTree(body, await packImages(document), matterOf(document));
  return { document, tree };
}
