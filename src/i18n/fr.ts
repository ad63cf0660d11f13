/** Beside a word stands where it is established in French; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const fr: MessageCatalog<'one' | 'many' | 'other'> = {
  // As in ru.ts: the silent reading of English by the share that French has of English, 195 of 228 words a minute.
  readingSpeed: 204,

  colon: '\u{a0}: ',

  skipToMain: 'Aller au contenu principal', // Docusaurus fr: skipToMainContent
  allEssays: 'Tous les articles',
  sources: 'Sources',

  draft: 'Brouillon',
  readingTime: (minutes) => `${minutes} de lecture`, // Docusaurus fr: readingTime
  sourceCount: {
    one: (count) => `${count} source`,
    many: (count) => `${count} sources`,
    other: (count) => `${count} sources`,
  },
  updated: 'Mis à jour',
  corrected: 'Corrigé',
  version: (number) => `Version ${number}`,
  original: 'Original',
  translations: 'Traductions',
  editedBy: (name) => `Édité par ${name}`,
  translatedBy: (name) => `Traduit par ${name}`,
  correspondence: 'Correspondance',
  abstract: 'Résumé',
  keywords: 'Mots-clés',
  contents: 'Sommaire',
  mapOf: (countries) => `Carte\u{a0}: ${countries}`,
  mapData: 'Données cartographiques\u{a0}: Natural Earth.',

  notes: 'Notes', // CSL locale fr-FR: note
  note: (number) => `Note ${number}`,
  noteInside: (number) => `note ${number}`,
  figure: (number) => `figure\u{A0}${number}`,
  table: (number) => `tableau\u{A0}${number}`,
  equation: (number) => `équation\u{A0}${number}`,
  section: (number) => `section\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `n.\u{A0}${number}`,
  paragraph: (number) => `Paragraphe ${number}`, // CSL locale fr-FR: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} et al.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `\u{a0}: note ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, paragraphe ${paragraph}`;
    return `Retour au texte${place}${letter}${where}`;
  },

  corrections: 'Corrections',
  contributions: 'Contributions',
  acknowledgements: 'Remerciements',
  funding: 'Financement',
  competingInterests: 'Conflits d’intérêts',
  rights: 'Droits d’auteur et licence',
  editorialRemarks: 'Notes de la rédaction',
  byTheEditors: 'De la rédaction de ce site, et non de l’auteur.',
  citeThis: 'Citer cet article',
  thisEssay: 'Cet article',
  itsSources: 'Ses sources',
  readElsewhere: 'Lire dans un autre format',
  forMachines: 'Pour les machines',
  primarySources: 'Sources primaires',
  secondarySources: 'Sources secondaires',
  references: 'Références',
  otherEssays: 'Autres articles',
  previous: 'Article précédent', // Docusaurus fr: paginator.previous
  next: 'Article suivant', // Docusaurus fr: paginator.next

  essays: 'Articles',
  noEssaysYet: 'Il n’y a pas encore d’articles.',
  toBegin: 'Pour commencer le premier :',
  monthlyArchive: (month) => `Archives\u{a0}: ${month}`,
  yearlyArchive: (year) => `Archives\u{a0}: ${year}`,
  essaysOfMonth: (month) => `Articles parus en ${month}.`,
  essaysOfYear: (year) => `Articles parus en ${year}.`,
  allThatIsCited: 'Tout ce que citent les articles, et où.',
  archivedCopy: 'copie archivée',
  withdrawn: 'Retiré',
  isWithdrawn: 'Ce qui était publié à cette adresse a été retiré.',
  pageNotFound: 'Page introuvable', // Docusaurus fr: NotFound.title
  nothingHere: 'Il n’y a pas de page à cette adresse.',
  areOnTheFirstPage: ' figurent sur la page d’accueil.',

  cover: 'Couverture',
  accessibilitySummary:
    'Texte avec titres, dans l’ordre de lecture. Chaque note est liée à ses appels dans les deux sens\u{202f}; chaque image a une description.',
};
