/** Beside a word stands where it is established in Chinese; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const zh: MessageCatalog<'other'> = {
  // As in ru.ts: 255 characters a minute, beside 228 words of English. A character counts as a word in the record.
  readingSpeed: 266,

  colon: '：',

  skipToMain: '跳到主要内容', // Docusaurus zh-Hans: skipToMainContent
  allEssays: '全部文章',
  sources: '参考文献',

  draft: '草稿',
  readingTime: (minutes) => `阅读约需${minutes}`,
  sourceCount: { other: (count) => `参考文献${count}种` },
  updated: '更新',
  corrected: '更正',
  version: (number) => `版本 ${number}`,
  original: '原文',
  translations: '译文',
  editedBy: (name) => `编辑：${name}`,
  translatedBy: (name) => `译者：${name}`,
  correspondence: '通讯方式',
  abstract: '摘要',
  keywords: '关键词',
  contents: '目录',
  mapOf: (countries) => `地图：${countries}`,
  mapData: '地图数据：Natural Earth',

  notes: '注释', // CSL locale zh-CN: note, 注脚 or 注
  note: (number) => `注释${number}`,
  noteInside: (number) => `注释${number}`,
  figure: (number) => `图${number}`,
  table: (number) => `表${number}`,
  equation: (number) => `式${number}`,
  section: (number) => `第${number}节`,
  labelEnd: '\u{3000}',
  noteInText: (number) => `注${number}`,
  paragraph: (number) => `第${number}段`, // CSL locale zh-CN: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name}等`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `：注释${note}`;
    const letter = use === undefined ? '' : `（${use}）`;
    const where = paragraph === undefined ? '' : `，第${paragraph}段`;
    return `返回正文${place}${letter}${where}`;
  },

  corrections: '更正',
  contributions: '作者贡献',
  acknowledgements: '致谢',
  funding: '资助信息',
  competingInterests: '利益冲突',
  rights: '版权与许可',
  editorialRemarks: '编者注',
  byTheEditors: '由本站编辑所加，非作者所写。',
  citeThis: '引用本文',
  thisEssay: '本文',
  itsSources: '参考文献',
  readElsewhere: '其他阅读格式',
  forMachines: '供程序使用',
  primarySources: '一手资料',
  secondarySources: '二手资料',
  references: '参考文献',
  otherEssays: '其他文章',
  previous: '上一篇',
  next: '下一篇',

  essays: '文章',
  noEssaysYet: '还没有文章。',
  toBegin: '开始第一篇：',
  monthlyArchive: (month) => `${month}的文章`,
  yearlyArchive: (year) => `${year}的文章`,
  essaysOfMonth: (month) => `${month}发表的文章。`,
  essaysOfYear: (year) => `${year}发表的文章。`,
  allThatIsCited: '各篇文章引用的全部文献及其引用位置。',
  archivedCopy: '存档副本',
  withdrawn: '已撤回',
  isWithdrawn: '此地址上发布的内容已撤回。',
  pageNotFound: '找不到页面', // Docusaurus zh-Hans: NotFound.title
  nothingHere: '此地址没有页面。',
  areOnTheFirstPage: '都列在首页上。',

  cover: '封面',
  accessibilitySummary:
    '正文带有标题，按阅读顺序排列。每条注释都与正文中的标号互相链接；每幅图片都有说明。',
};
