import { essaysFolder } from '../essay/essay-file.ts';
import type { Remark } from '../importing/document.ts';
import type { ImportedEssay, ImportedFile } from '../importing/import-file.ts';

export interface ImportReport {
  /** The file as its author typed it. */
  readonly path: string;
  /** The bibliography that gets new sources. */
  readonly to: string;
  readonly imported: ImportedFile;
  readonly writes: 'files' | 'nothing';
}

/** Says what came over, what did not, and what to do next. */
export function printImport(report: ImportReport, format: 'text' | 'json'): void {
  if (format === 'json') console.log(JSON.stringify(asData(report), null, 2));
  else printText(report);
}

function asData({ path, to, imported, writes }: ImportReport) {
  const { essays, newKeys, problems, remarks } = imported;
  return {
    source: path,
    written: writes === 'files',
    essays: essays.map(({ source, essay, counts, pictures, remarks: own }) => ({
      source,
      ...('file' in essay
        ? {
            file: `${essaysFolder}/${essay.file}`,
            address: `/${essay.address}`,
            ...(writes === 'nothing' && { text: essay.text }),
          }
        : { faults: essay.faults }),
      ...counts,
      pictureFiles: [...pictures.keys()],
      remarks: own,
    })),
    bibliography: { file: to, added: newKeys },
    problems: problems.map(({ rule, file, place, message }) => ({ rule, file, ...place, message })),
    remarks,
    faults: essays.flatMap(({ essay }) => ('faults' in essay ? essay.faults : [])),
  };
}

function printText({ path, to, imported, writes }: ImportReport): void {
  const { essays, newKeys, remarks, problems } = imported;
  const isMade = writes === 'files';
  for (const each of essays) printEssay(each, isMade);
  if (essays.length === 0) console.error(`There is no post in “${path}”.`);
  for (const line of remarkLines(remarks)) console.log(line);
  for (const { message } of problems) console.error(`In the sources of the document: ${message}`);
  if (newKeys.length > 0) {
    const count = newKeys.length === 1 ? '1 new entry' : `${newKeys.length} new entries`;
    console.log(
      `\n${to} ${isMade ? 'has' : 'would have'} ${count}: ${newKeys.map((key) => `@${key}`).join(', ')}.`,
    );
  }
  const made = essays.filter(({ essay }) => 'file' in essay).length;
  if (essays.length > 1)
    console.log(`\n${made} of ${essays.length} posts ${isMade ? 'are' : 'would be'} essays now.`);
  if (made === 0 || !isMade)
    console.log(`\nNothing was made${isMade ? '' : ': this was a trial'}.`);
  else {
    console.log('\nEach is a draft until you delete its line “draft: true”.');
    console.log('npm run dev     shows it while you read it against the document');
    console.log('npm run check   says what is wrong');
  }
}

function printEssay(
  { source, essay, counts, pictures, remarks }: ImportedEssay,
  isMade: boolean,
): void {
  if ('faults' in essay) {
    console.error(`${source}:`);
    for (const fault of essay.faults) console.error(`  ${fault}`);
    return;
  }
  if (!isMade) console.log(`${essay.text}\n`);
  console.log(
    `${essaysFolder}/${essay.file} ${isMade ? 'is' : 'would be'} made of ${source}; its address is /${essay.address}.\n`,
  );
  const number = new Intl.NumberFormat('en-GB');
  const { wordsIn, wordsOut, paragraphs, markers, notes, citations, links } = counts;
  const rows = [
    ['words', `${number.format(wordsIn)} of text read, ${number.format(wordsOut)} in the essay`],
    ['paragraphs', String(paragraphs)],
    ['markers', `${markers}, of ${notes} notes`],
    ['citations', String(citations)],
    ['links', String(links)],
    ['pictures', [String(pictures.size), ...pictures.keys()].join(' ')],
  ];
  for (const [name = '', value = ''] of rows) console.log(`  ${name.padEnd(12)}${value}`);
  for (const line of remarkLines(remarks)) console.log(line);
}

const titles: readonly (readonly [Remark['kind'], string])[] = [
  ['refused', 'Refused'],
  ['not-understood', 'Not understood'],
  ['offered', 'Yours to decide'],
  ['left-out', 'Left out'],
];

function remarkLines(remarks: readonly Remark[]): string[] {
  return titles.flatMap(([kind, title]) => {
    const own = remarks.filter((remark) => remark.kind === kind);
    return own.length === 0 ? [] : [`\n  ${title}`, ...own.map(({ message }) => `  - ${message}`)];
  });
}
