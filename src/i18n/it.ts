/** Beside a word stands where it is established in Italian; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const it: MessageCatalog<'one' | 'many' | 'other'> = {
  // As in ru.ts: the silent reading of English by the share that Italian has of English, 188 of 228 words a minute.
  readingSpeed: 196,

  colon: ': ',

  skipToMain: 'Passa al contenuto principale', // Docusaurus it: skipToMainContent
  allEssays: 'Tutti i saggi',
  sources: 'Fonti',

  draft: 'Bozza',
  readingTime: (minutes) => `${minutes} di lettura`, // Docusaurus it: readingTime
  sourceCount: {
    one: (count) => `${count} fonte`,
    many: (count) => `${count} fonti`,
    other: (count) => `${count} fonti`,
  },
  updated: 'Aggiornato',
  corrected: 'Corretto',
  version: (number) => `Versione ${number}`,
  original: 'Originale',
  translations: 'Traduzioni',
  editedBy: (name) => `A cura di ${name}`,
  translatedBy: (name) => `Traduzione di ${name}`,
  correspondence: 'Corrispondenza',
  abstract: 'Abstract',
  keywords: 'Parole chiave',
  contents: 'Indice',
  mapOf: (countries) => `Mappa: ${countries}`,
  mapData: 'Dati cartografici: Natural Earth.',

  notes: 'Note', // CSL locale it-IT: note
  note: (number) => `Nota ${number}`,
  noteInside: (number) => `nota ${number}`,
  figure: (number) => `figura\u{A0}${number}`,
  table: (number) => `tabella\u{A0}${number}`,
  equation: (number) => `equazione\u{A0}${number}`,
  section: (number) => `sezione\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `n.\u{A0}${number}`,
  // What the CSL locale says, «paragrafo», is a numbered section as well.
  paragraph: (number) => `Capoverso ${number}`,
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} et al.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `: nota ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, capoverso ${paragraph}`;
    return `Torna al testo${place}${letter}${where}`;
  },

  corrections: 'Correzioni',
  contributions: 'Contributi',
  acknowledgements: 'Ringraziamenti',
  funding: 'Finanziamenti',
  competingInterests: 'Conflitti di interesse',
  rights: 'Diritti d’autore e licenza',
  editorialRemarks: 'Note della redazione',
  byTheEditors: 'Della redazione di questo sito, non dell’autore.',
  citeThis: 'Come citare',
  thisEssay: 'Questo saggio',
  itsSources: 'Le sue fonti',
  readElsewhere: 'Leggere in altri formati',
  forMachines: 'Per le macchine',
  primarySources: 'Fonti primarie',
  secondarySources: 'Fonti secondarie',
  references: 'Riferimenti bibliografici',
  otherEssays: 'Altri saggi',
  previous: 'Saggio precedente',
  next: 'Saggio successivo',

  essays: 'Saggi',
  noEssaysYet: 'Non ci sono ancora saggi.',
  toBegin: 'Per iniziare il primo:',
  monthlyArchive: (month) => `Archivio: ${month}`,
  yearlyArchive: (year) => `Archivio: ${year}`,
  essaysOfMonth: (month) => `Saggi di ${month}.`,
  essaysOfYear: (year) => `Saggi del ${year}.`,
  allThatIsCited: 'Tutto ciò che i saggi citano, e dove.',
  archivedCopy: 'copia archiviata',
  withdrawn: 'Ritirato',
  isWithdrawn: 'Quanto era pubblicato a questo indirizzo è stato ritirato.',
  pageNotFound: 'Pagina non trovata', // Docusaurus it: NotFound.title
  nothingHere: 'A questo indirizzo non c’è nessuna pagina.',
  areOnTheFirstPage: ' sono elencati nella pagina iniziale.',

  cover: 'Copertina',
  accessibilitySummary:
    'Testo con titoli, nell’ordine di lettura. Ogni nota è collegata ai suoi richiami nei due sensi; ogni immagine ha una descrizione.',
};
