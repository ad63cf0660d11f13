/** Beside a word stands where it is established in Spanish; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const es: MessageCatalog<'one' | 'many' | 'other'> = {
  // As in ru.ts: the silent reading of English by the share that Spanish has of English, 218 of 228 words a minute.
  readingSpeed: 228,

  colon: ': ',

  skipToMain: 'Saltar al contenido principal', // Docusaurus es: skipToMainContent
  allEssays: 'Todos los ensayos',
  sources: 'Fuentes',

  draft: 'Borrador',
  readingTime: (minutes) => `${minutes} de lectura`, // Docusaurus es: readingTime
  sourceCount: {
    one: (count) => `${count} fuente`,
    many: (count) => `${count} fuentes`,
    other: (count) => `${count} fuentes`,
  },
  updated: 'Actualizado',
  corrected: 'Corregido',
  version: (number) => `Versión ${number}`,
  original: 'Original',
  translations: 'Traducciones',
  editedBy: (name) => `Edición de ${name}`,
  translatedBy: (name) => `Traducción de ${name}`,
  correspondence: 'Correspondencia',
  abstract: 'Resumen',
  keywords: 'Palabras clave',
  contents: 'Índice',
  mapOf: (countries) => `Mapa: ${countries}`,
  mapData: 'Datos del mapa: Natural Earth.',

  notes: 'Notas', // CSL locale es-ES: note
  note: (number) => `Nota ${number}`,
  noteInside: (number) => `nota ${number}`,
  figure: (number) => `figura\u{A0}${number}`,
  table: (number) => `tabla\u{A0}${number}`,
  equation: (number) => `ecuación\u{A0}${number}`,
  section: (number) => `sección\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `n.\u{A0}${number}`,
  paragraph: (number) => `Párrafo ${number}`, // CSL locale es-ES: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} et al.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `: nota ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, párrafo ${paragraph}`;
    return `Volver al texto${place}${letter}${where}`;
  },

  corrections: 'Correcciones',
  contributions: 'Contribuciones',
  acknowledgements: 'Agradecimientos',
  funding: 'Financiación',
  competingInterests: 'Conflictos de intereses',
  rights: 'Derechos de autor y licencia',
  editorialRemarks: 'Notas de la redacción',
  byTheEditors: 'De la redacción de este sitio, no del autor.',
  citeThis: 'Cómo citar',
  thisEssay: 'Este ensayo',
  itsSources: 'Sus fuentes',
  readElsewhere: 'Leer en otros formatos',
  forMachines: 'Para máquinas',
  primarySources: 'Fuentes primarias',
  secondarySources: 'Fuentes secundarias',
  references: 'Referencias',
  otherEssays: 'Otros ensayos',
  previous: 'Ensayo anterior',
  next: 'Ensayo siguiente',

  essays: 'Ensayos',
  noEssaysYet: 'Todavía no hay ensayos.',
  toBegin: 'Para empezar el primero:',
  monthlyArchive: (month) => `Archivo de ${month}`,
  yearlyArchive: (year) => `Archivo de ${year}`,
  essaysOfMonth: (month) => `Ensayos de ${month}.`,
  essaysOfYear: (year) => `Ensayos de ${year}.`,
  allThatIsCited: 'Todo lo que se cita en los ensayos, y dónde.',
  archivedCopy: 'copia archivada',
  withdrawn: 'Retirado',
  isWithdrawn: 'Lo que se publicó en esta dirección ha sido retirado.',
  pageNotFound: 'Página no encontrada', // Docusaurus es: NotFound.title
  nothingHere: 'No hay ninguna página en esta dirección.',
  areOnTheFirstPage: ' están en la página principal.',

  cover: 'Cubierta',
  accessibilitySummary:
    'Texto con títulos, en orden de lectura. Cada nota está enlazada con sus llamadas en ambos sentidos; cada imagen tiene una descripción.',
};
