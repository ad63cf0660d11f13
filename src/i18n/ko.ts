/** Beside a word stands where it is established in Korean; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const ko: MessageCatalog<'other'> = {
  // Silent reading, 202.3 words a minute of 18.9 syllables in 6.5 words: Song, Kim and Hyung, Journal of the Korean
  // Ophthalmological Society 57, 4 (2016). A syllable of Hangul counts as a word in the record.
  readingSpeed: 588,

  colon: ': ',

  skipToMain: '본문으로 건너뛰기', // Docusaurus ko: skipToMainContent
  allEssays: '전체 글',
  sources: '참고문헌', // Zotero ko-KR: bibliography

  draft: '초안', // Starlight ko: page.draft
  readingTime: (minutes) => `${minutes} 분량`,
  sourceCount: { other: (count) => `참고문헌 ${count}건` },
  updated: '업데이트',
  corrected: '정정',
  version: (number) => `버전 ${number}`,
  original: '원문',
  translations: '번역',
  editedBy: (name) => `편집: ${name}`,
  translatedBy: (name) => `번역: ${name}`,
  correspondence: '교신',
  abstract: '초록',
  keywords: '주제어',
  contents: '목차', // MediaWiki ko: toc
  mapOf: (countries) => `${countries} 지도`,
  mapData: '지도 데이터: Natural Earth', // Google Maps in Korean

  notes: '각주', // MediaWiki Cite ko: references
  note: (number) => `각주 ${number}`,
  noteInside: (number) => `각주 ${number}`,
  figure: (number) => `그림\u{A0}${number}`,
  table: (number) => `표\u{A0}${number}`,
  equation: (number) => `식\u{A0}${number}`,
  section: (number) => `${number}절`,
  labelEnd: '. ',
  noteInText: (number) => `각주\u{A0}${number}`,
  paragraph: (number) => `단락 ${number}`, // CSL locale ko-KR: paragraph
  letters: '가나다라마바사아자차카타파하', // MediaWiki Cite ko: backlink labels
  andOthers: (name) => `${name} 외`,
  // What a particle would be after a number depends on how the number is read, so there is none.
  backToText: ({ note, use, paragraph }) => {
    const letter = use === undefined ? '' : `(${use})`;
    const place = note === undefined ? `본문${letter}으로` : `본문의 각주 ${note}${letter} 위치로`;
    const where = paragraph === undefined ? '' : `, 단락 ${paragraph}`;
    return `${place} 돌아가기${where}`; // MediaWiki Cite ko: back label
  },

  corrections: '정정 사항',
  contributions: '저자 기여',
  acknowledgements: '감사의 글',
  funding: '연구비 지원',
  competingInterests: '이해 상충',
  rights: '저작권 및 라이선스',
  editorialRemarks: '편집자 주', // the usual heading in the Korean press
  byTheEditors: '저자가 아니라 이 사이트의 편집진이 덧붙인 내용입니다.',
  citeThis: '이 글 인용하기', // MediaWiki CiteThisPage ko: link
  thisEssay: '이 글',
  itsSources: '참고문헌',
  readElsewhere: '다른 형식으로 읽기',
  forMachines: '프로그램용',
  primarySources: '1차 자료',
  secondarySources: '2차 자료',
  references: '참고문헌',
  otherEssays: '다른 글',
  previous: '이전 글', // Docusaurus ko: paginator.previous
  next: '다음 글', // Docusaurus ko: paginator.next

  essays: '글',
  noEssaysYet: '아직 글이 없습니다.',
  toBegin: '첫 글을 시작하려면:',
  monthlyArchive: (month) => `${month} 글 목록`, // Docusaurus ko: archive.title
  yearlyArchive: (year) => `${year} 글 목록`,
  essaysOfMonth: (month) => `${month}에 발표한 글`,
  essaysOfYear: (year) => `${year}에 발표한 글`,
  allThatIsCited: '이 사이트의 글에서 인용한 모든 문헌과 인용한 위치',
  archivedCopy: '보존된 사본', // Korean Wikipedia, in references: 보존된 문서
  withdrawn: '철회됨',
  isWithdrawn: '이 주소에 게시되었던 글은 철회되었습니다.',
  pageNotFound: '페이지를 찾을 수 없음', // Docusaurus ko: NotFound.title
  nothingHere: '이 주소에는 페이지가 없습니다.',
  areOnTheFirstPage: '은 첫 페이지에서 볼 수 있습니다.',

  cover: '표지',
  accessibilitySummary:
    '제목이 있는 본문을 읽는 순서대로 담았습니다. 모든 각주는 본문의 번호와 서로 연결되어 있으며, 모든 그림에 설명이 있습니다.',
};
