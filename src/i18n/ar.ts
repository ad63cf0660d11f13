/** Beside a word stands where it is established in Arabic; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const ar: MessageCatalog<Intl.LDMLPluralRule> = {
  // As in ru.ts: the silent reading of English by the share that Arabic has of English, 138 of 228 words a minute.
  readingSpeed: 144,

  colon: ': ',

  skipToMain: 'انتقل إلى المحتوى الرئيسي', // Docusaurus ar: skipToMainContent
  allEssays: 'جميع المقالات',
  sources: 'المصادر',

  draft: 'مسودة',
  readingTime: (minutes) => `مدة القراءة: ${minutes}`,
  sourceCount: {
    zero: () => 'لا مصادر',
    one: () => 'مصدر واحد',
    two: () => 'مصدران',
    few: (count) => `${count} مصادر`,
    many: (count) => `${count} مصدرًا`,
    other: (count) => `${count} مصدر`,
  },
  updated: 'تاريخ التحديث',
  corrected: 'تاريخ التصحيح',
  version: (number) => `الإصدار ${number}`,
  original: 'النص الأصلي',
  translations: 'الترجمات',
  editedBy: (name) => `تحرير: ${name}`,
  translatedBy: (name) => `ترجمة: ${name}`,
  correspondence: 'للمراسلة',
  abstract: 'الملخص',
  keywords: 'الكلمات المفتاحية',
  contents: 'المحتويات',
  mapOf: (countries) => `خريطة: ${countries}`,
  mapData: 'بيانات الخريطة: Natural Earth.',

  // What the CSL locale says, «ملاحظة», is a remark; notes of a scholarly text are these.
  notes: 'الهوامش',
  note: (number) => `الهامش ${number}`,
  noteInside: (number) => `الهامش ${number}`,
  figure: (number) => `الشكل\u{A0}${number}`,
  table: (number) => `الجدول\u{A0}${number}`,
  equation: (number) => `المعادلة\u{A0}${number}`,
  section: (number) => `القسم\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `الهامش\u{A0}${number}`,
  paragraph: (number) => `الفقرة ${number}`, // CSL locale ar: paragraph
  // In the order of numbering, abjad.
  letters: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  andOthers: (name) => `${name} وآخرون`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `: الهامش ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `، الفقرة ${paragraph}`;
    return `العودة إلى النص${place}${letter}${where}`;
  },

  corrections: 'تصحيحات',
  contributions: 'إسهامات المؤلفين',
  acknowledgements: 'شكر وتقدير',
  funding: 'التمويل',
  competingInterests: 'تضارب المصالح',
  rights: 'حقوق النشر والترخيص',
  editorialRemarks: 'ملاحظات هيئة التحرير',
  byTheEditors: 'من هيئة تحرير هذا الموقع، لا من المؤلف.',
  citeThis: 'للاستشهاد بهذا المقال',
  thisEssay: 'هذا المقال',
  itsSources: 'مصادره',
  readElsewhere: 'للقراءة بصيغ أخرى',
  forMachines: 'للبرامج',
  primarySources: 'المصادر الأولية',
  secondarySources: 'المصادر الثانوية',
  references: 'المراجع',
  otherEssays: 'مقالات أخرى',
  previous: 'المقال السابق', // Docusaurus ar: paginator.previous
  next: 'المقال التالي',

  essays: 'المقالات',
  noEssaysYet: 'لا توجد مقالات بعد.',
  toBegin: 'لبدء أول مقالة:',
  monthlyArchive: (month) => `أرشيف ${month}`,
  yearlyArchive: (year) => `أرشيف عام ${year}`,
  essaysOfMonth: (month) => `مقالات ${month}.`,
  essaysOfYear: (year) => `مقالات عام ${year}.`,
  allThatIsCited: 'كل ما تستشهد به المقالات، ومواضع الاستشهاد به.',
  archivedCopy: 'نسخة محفوظة',
  withdrawn: 'تم السحب',
  isWithdrawn: 'سُحب ما كان منشورًا على هذا العنوان.',
  pageNotFound: 'الصفحة غير موجودة', // Docusaurus ar: NotFound.title
  nothingHere: 'لا توجد صفحة في هذا العنوان.',
  areOnTheFirstPage: ' مدرجة في الصفحة الرئيسية.',

  cover: 'الغلاف',
  accessibilitySummary:
    'نص ذو عناوين بترتيب القراءة. كل هامش مرتبط بمواضعه في النص ذهابًا وإيابًا، ولكل صورة وصف.',
};
