import { expect, it } from 'vitest';
import { typesetPdf } from '../../../src/editions/typst.ts';
import { editionDocument } from '../../support/edition-document.ts';

it('sets words of every script in a formula', async () => {
  const source = `#import "essay.typ": essay
#let data = json(bytes(sys.inputs.essay))
#show: essay.with(data)
#math.equation(alt: "The share.", $x / "доля"$.body)`;

  const pdf = typesetPdf(source, await editionDocument(), { names: new Map(), files: new Map() });

  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
});
