/** Beside a word stands where it is established in German; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const de: MessageCatalog<'one' | 'other'> = {
  // As in ru.ts: the silent reading of English by the share that German has of English, 179 of 228 words a minute.
  readingSpeed: 187,

  colon: ': ',

  skipToMain: 'Zum Hauptinhalt springen', // Docusaurus de: skipToMainContent
  allEssays: 'Alle Aufsätze',
  sources: 'Quellen',

  draft: 'Entwurf',
  readingTime: (minutes) => `${minutes} Lesezeit`, // Docusaurus de: readingTime
  sourceCount: {
    one: (count) => `${count} Quelle`,
    other: (count) => `${count} Quellen`,
  },
  updated: 'Aktualisiert',
  corrected: 'Berichtigt',
  version: (number) => `Version ${number}`,
  original: 'Original',
  translations: 'Übersetzungen',
  editedBy: (name) => `Herausgegeben von ${name}`,
  translatedBy: (name) => `Übersetzt von ${name}`,
  correspondence: 'Korrespondenz',
  abstract: 'Zusammenfassung',
  keywords: 'Schlagwörter',
  contents: 'Inhalt',
  mapOf: (countries) => `Karte: ${countries}`,
  mapData: 'Kartendaten: Natural Earth.',

  notes: 'Anmerkungen', // CSL locale de-DE: note
  note: (number) => `Anmerkung ${number}`,
  noteInside: (number) => `Anmerkung ${number}`,
  figure: (number) => `Abbildung\u{A0}${number}`,
  table: (number) => `Tabelle\u{A0}${number}`,
  equation: (number) => `Gleichung\u{A0}${number}`,
  section: (number) => `Abschnitt\u{A0}${number}`,
  labelEnd: ': ',
  noteInText: (number) => `Anm.\u{A0}${number}`,
  paragraph: (number) => `Absatz ${number}`, // CSL locale de-DE: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} u. a.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `: Anmerkung ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, Absatz ${paragraph}`;
    return `Zurück zum Text${place}${letter}${where}`;
  },

  corrections: 'Berichtigungen',
  contributions: 'Beiträge der Autoren',
  acknowledgements: 'Danksagung',
  funding: 'Förderung',
  competingInterests: 'Interessenkonflikte',
  rights: 'Urheberrecht und Lizenz',
  editorialRemarks: 'Anmerkungen der Redaktion',
  byTheEditors: 'Von der Redaktion dieser Website, nicht vom Verfasser.',
  citeThis: 'Zitierhinweis',
  thisEssay: 'Dieser Aufsatz',
  itsSources: 'Seine Quellen',
  readElsewhere: 'In anderen Formaten lesen',
  forMachines: 'Für Maschinen',
  primarySources: 'Quellen',
  secondarySources: 'Literatur',
  references: 'Literaturverzeichnis',
  otherEssays: 'Andere Aufsätze',
  previous: 'Vorheriger Aufsatz',
  next: 'Nächster Aufsatz',

  essays: 'Aufsätze',
  noEssaysYet: 'Es gibt noch keine Aufsätze.',
  toBegin: 'So beginnt der erste:',
  monthlyArchive: (month) => `Archiv: ${month}`,
  yearlyArchive: (year) => `Archiv: ${year}`,
  essaysOfMonth: (month) => `Aufsätze vom ${month}.`,
  essaysOfYear: (year) => `Aufsätze des Jahres ${year}.`,
  allThatIsCited: 'Alles, was in den Aufsätzen zitiert wird, und wo.',
  archivedCopy: 'archivierte Kopie',
  withdrawn: 'Zurückgezogen',
  isWithdrawn: 'Was unter dieser Adresse veröffentlicht war, wurde zurückgezogen.',
  pageNotFound: 'Seite nicht gefunden', // Docusaurus de: NotFound.title
  nothingHere: 'Unter dieser Adresse gibt es keine Seite.',
  areOnTheFirstPage: ' stehen auf der Startseite.',

  cover: 'Umschlag',
  accessibilitySummary:
    'Text mit Überschriften in Lesereihenfolge. Jede Anmerkung ist mit ihren Stellen im Text in beiden Richtungen verknüpft; jedes Bild hat eine Beschreibung.',
};
