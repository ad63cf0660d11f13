/** Beside a word stands where it is established in Russian; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const ru: MessageCatalog<'one' | 'few' | 'many' | 'other'> = {
  // The silent reading of English (en.ts) by the share that Russian has of English in words a minute, 184 of 228:
  // Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science 53 (2012). That silent reading of
  // other languages follows the number of words they need is Brysbaert's result of 2019.
  readingSpeed: 192,

  colon: ': ',

  skipToMain: 'Перейти к основному содержимому', // Docusaurus ru: skipToMainContent
  allEssays: 'Все статьи',
  sources: 'Источники',

  draft: 'Черновик', // WordPress in Russian
  readingTime: (minutes) => `${minutes} чтения`, // Docusaurus ru: readingTime
  sourceCount: {
    one: (count) => `${count} источник`,
    few: (count) => `${count} источника`,
    many: (count) => `${count} источников`,
    other: (count) => `${count} источника`,
  },
  updated: 'Обновлено',
  corrected: 'Исправлено',
  version: (number) => `Версия ${number}`,
  original: 'Оригинал',
  translations: 'Переводы',
  editedBy: (name) => `Редактура: ${name}`,
  translatedBy: (name) => `Перевод: ${name}`,
  correspondence: 'Для корреспонденции',
  abstract: 'Аннотация',
  keywords: 'Ключевые слова',
  contents: 'Содержание', // MediaWiki ru: toc
  mapOf: (countries) => `Карта: ${countries}`,
  mapData: 'Картографические данные: Natural Earth.', // Google Maps in Russian

  notes: 'Примечания', // CSL locale ru-RU: note
  note: (number) => `Примечание ${number}`,
  noteInside: (number) => `примечание ${number}`,
  figure: (number) => `рис.\u{A0}${number}`,
  table: (number) => `табл.\u{A0}${number}`,
  equation: (number) => `ур.\u{A0}${number}`,
  section: (number) => `разд.\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `прим.\u{A0}${number}`,
  // Zotero ru-RU: note-editor-paragraph; what the CSL locale says, «параграф», is a numbered section.
  paragraph: (number) => `Абзац ${number}`,
  // As lists of the kind have them: without ё, й, ъ, ы and ь.
  letters: 'абвгдежзиклмнопрстуфхцчшщэюя',
  andOthers: (name) => `${name} и др.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? 'Обратно к тексту' : `Обратно к тексту: примечание ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, абзац ${paragraph}`;
    return `${place}${letter}${where}`; // MediaWiki Cite ru: back label
  },

  corrections: 'Исправления',
  contributions: 'Вклад авторов',
  acknowledgements: 'Благодарности',
  funding: 'Финансирование',
  competingInterests: 'Конфликт интересов',
  rights: 'Авторские права и лицензия',
  editorialRemarks: 'Примечания редакции',
  byTheEditors: 'Написаны редакцией этого сайта, а не автором.',
  citeThis: 'Как цитировать', // the usual heading in Russian journals
  thisEssay: 'Эта статья',
  itsSources: 'Источники статьи',
  readElsewhere: 'Читать в других форматах',
  forMachines: 'Для программ',
  primarySources: 'Источники',
  secondarySources: 'Литература',
  references: 'Список литературы',
  otherEssays: 'Другие статьи',
  previous: 'Предыдущая статья', // Docusaurus ru: paginator.previous
  next: 'Следующая статья', // Docusaurus ru: paginator.next

  essays: 'Статьи',
  noEssaysYet: 'Статей пока нет.',
  toBegin: 'Чтобы начать первую:',
  monthlyArchive: (month) => `Архив за ${month}`, // WordPress in Russian
  yearlyArchive: (year) => `Архив за ${year} год`,
  // A month comes with «г.» behind its year, which ends the sentence, too.
  essaysOfMonth: (month) => `Статьи за ${month}`,
  essaysOfYear: (year) => `Статьи за ${year} год.`,
  allThatIsCited: 'Все источники, на которые ссылаются статьи, и места ссылок.',
  archivedCopy: 'архивная копия', // Russian Wikipedia, in references
  withdrawn: 'Отозвано',
  isWithdrawn: 'Опубликованное по этому адресу отозвано.',
  pageNotFound: 'Страница не найдена', // Docusaurus ru: NotFound.title
  nothingHere: 'По этому адресу нет страницы.',
  areOnTheFirstPage: ' перечислены на главной странице.',

  cover: 'Обложка',
  accessibilitySummary:
    'Текст с заголовками в порядке чтения. Каждое примечание связано ссылками с местами в тексте, к которым относится; у каждого изображения есть описание.',
};
