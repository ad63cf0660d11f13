/** Beside a word stands where it is established in Japanese; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const ja: MessageCatalog<'other'> = {
  // As in ru.ts: 357 characters a minute, beside 228 words of English. A character counts as a word in the record.
  readingSpeed: 373,

  colon: '：',

  skipToMain: 'メインコンテンツまでスキップ', // Docusaurus ja: skipToMainContent
  allEssays: 'すべての論考',
  sources: '参考文献',

  draft: '下書き',
  readingTime: (minutes) => `読了まで約${minutes}`, // Docusaurus ja: readingTime
  sourceCount: { other: (count) => `参考文献${count}件` },
  updated: '更新',
  corrected: '訂正',
  version: (number) => `バージョン${number}`,
  original: '原文',
  translations: '翻訳',
  editedBy: (name) => `編集：${name}`,
  translatedBy: (name) => `翻訳：${name}`,
  correspondence: '連絡先',
  abstract: '要旨',
  keywords: 'キーワード',
  contents: '目次',
  mapOf: (countries) => `地図：${countries}`,
  mapData: '地図データ：Natural Earth',

  notes: '註', // CSL locale ja-JP: note
  note: (number) => `註${number}`,
  noteInside: (number) => `註${number}`,
  figure: (number) => `図${number}`,
  table: (number) => `表${number}`,
  equation: (number) => `式${number}`,
  section: (number) => `第${number}節`,
  labelEnd: '\u{3000}',
  noteInText: (number) => `註${number}`,
  paragraph: (number) => `第${number}段落`, // CSL locale ja-JP: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name}ほか`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `：註${note}`;
    const letter = use === undefined ? '' : `（${use}）`;
    const where = paragraph === undefined ? '' : `、第${paragraph}段落`;
    return `本文に戻る${place}${letter}${where}`;
  },

  corrections: '訂正',
  contributions: '著者の貢献',
  acknowledgements: '謝辞',
  funding: '研究助成',
  competingInterests: '利益相反',
  rights: '著作権とライセンス',
  editorialRemarks: '編集部註',
  byTheEditors: '著者ではなく、本サイトの編集部によるものです。',
  citeThis: 'この論考を引用する',
  thisEssay: 'この論考',
  itsSources: '参考文献',
  readElsewhere: 'ほかの形式で読む',
  forMachines: 'プログラム向け',
  primarySources: '一次資料',
  secondarySources: '二次資料',
  references: '参考文献',
  otherEssays: 'ほかの論考',
  previous: '前の論考',
  next: '次の論考',

  essays: '論考',
  noEssaysYet: '論考はまだありません。',
  toBegin: '最初の論考を始めるには：',
  monthlyArchive: (month) => `${month}の論考`,
  yearlyArchive: (year) => `${year}の論考`,
  essaysOfMonth: (month) => `${month}に発表された論考。`,
  essaysOfYear: (year) => `${year}に発表された論考。`,
  allThatIsCited: '論考で引用したすべての文献と引用箇所。',
  archivedCopy: 'アーカイブされた複製',
  withdrawn: '取り下げ',
  isWithdrawn: 'このアドレスで公開されていたものは取り下げられました。',
  pageNotFound: 'ページが見つかりません', // Docusaurus ja: NotFound.title
  nothingHere: 'このアドレスにページはありません。',
  areOnTheFirstPage: 'はトップページにあります。',

  cover: '表紙',
  accessibilitySummary:
    '見出しのある本文を読む順に収めています。すべての註は本文の番号と相互にリンクし、すべての図に説明があります。',
};
