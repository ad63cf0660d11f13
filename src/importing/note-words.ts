/** What a list of notes is called, in the languages that this site has words of. */
export const namesOfNotes = [
  'notes',
  'note',
  'footnotes',
  'footnote',
  'endnotes',
  'end notes',
  'notes and references',
  'references and notes',
  'anmerkungen',
  'fußnoten',
  'fussnoten',
  'endnoten',
  'notes de bas de page',
  'notes de fin',
  'notas',
  'notas al pie',
  'notas de rodapé',
  'note a piè di pagina',
  'примечания',
  'сноски',
  '注',
  '注释',
  '註釋',
  '注釈',
  '脚注',
  '註',
  '주',
  '각주',
  '미주',
  '주석',
  'الهوامش',
  'الحواشي',
];

/** Whether `text` is nothing but the name of such a list. */
export function namesNotes(text: string): boolean {
  const folded = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[:：.]$/, '');
  return namesOfNotes.includes(folded);
}
