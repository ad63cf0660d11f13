/** Chinese in traditional characters, with the words that Taiwan and Hong Kong share. */
import type { MessageCatalog } from './messages.ts';
import { zh } from './zh.ts';

export const zhHant: MessageCatalog<'other'> = {
  readingSpeed: zh.readingSpeed,

  colon: '：',

  skipToMain: '跳至主要內容', // Docusaurus zh-Hant: skipToMainContent
  allEssays: '全部文章',
  sources: '參考文獻',

  draft: '草稿',
  readingTime: (minutes) => `閱讀約需${minutes}`,
  sourceCount: { other: (count) => `參考文獻${count}種` },
  updated: '更新',
  corrected: '更正',
  version: (number) => `版本 ${number}`,
  original: '原文',
  translations: '譯文',
  editedBy: (name) => `編輯：${name}`,
  translatedBy: (name) => `譯者：${name}`,
  correspondence: '通訊方式',
  abstract: '摘要',
  keywords: '關鍵詞',
  contents: '目錄',
  mapOf: (countries) => `地圖：${countries}`,
  mapData: '地圖資料：Natural Earth',

  notes: '註釋', // CSL locale zh-TW: note, 註
  note: (number) => `註釋${number}`,
  noteInside: (number) => `註釋${number}`,
  figure: (number) => `圖${number}`,
  table: (number) => `表${number}`,
  equation: (number) => `式${number}`,
  section: (number) => `第${number}節`,
  labelEnd: '\u{3000}',
  noteInText: (number) => `註${number}`,
  paragraph: (number) => `第${number}段`, // CSL locale zh-TW: paragraph
  letters: zh.letters,
  andOthers: (name) => `${name}等`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `：註釋${note}`;
    const letter = use === undefined ? '' : `（${use}）`;
    const where = paragraph === undefined ? '' : `，第${paragraph}段`;
    return `返回正文${place}${letter}${where}`;
  },

  corrections: '更正',
  contributions: '作者貢獻',
  acknowledgements: '致謝',
  funding: '資助資訊',
  competingInterests: '利益衝突',
  rights: '版權與授權',
  editorialRemarks: '編者註',
  byTheEditors: '由本站編輯所加，非作者所寫。',
  citeThis: '引用本文',
  thisEssay: '本文',
  itsSources: '參考文獻',
  readElsewhere: '其他閱讀格式',
  forMachines: '供程式使用',
  primarySources: '一手資料',
  secondarySources: '二手資料',
  references: '參考文獻',
  otherEssays: '其他文章',
  previous: '上一篇',
  next: '下一篇',

  essays: '文章',
  noEssaysYet: '還沒有文章。',
  toBegin: '開始第一篇：',
  monthlyArchive: (month) => `${month}的文章`,
  yearlyArchive: (year) => `${year}的文章`,
  essaysOfMonth: (month) => `${month}發表的文章。`,
  essaysOfYear: (year) => `${year}發表的文章。`,
  allThatIsCited: '各篇文章引用的全部文獻及其引用位置。',
  archivedCopy: '存檔副本',
  withdrawn: '已撤回',
  isWithdrawn: '此網址上發布的內容已撤回。',
  pageNotFound: '找不到頁面',
  nothingHere: '此位址沒有頁面。',
  areOnTheFirstPage: '都列在首頁上。',

  cover: '封面',
  accessibilitySummary:
    '正文帶有標題，按閱讀順序排列。每條註釋都與正文中的標號互相連結；每幅圖片都有說明。',
};
