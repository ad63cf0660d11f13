import type { Bibliography, CslItem } from './source.ts';

/** What the words of BibLaTeX for kinds of theses, reports and patents and for states of publication say (manual, 3.9.11). */
const terms: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis',
  mathesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  candthesis: 'Candidate thesis',
  techreport: 'technical report',
  resreport: 'research report',
  software: 'computer software',
  datacd: 'data CD',
  audiocd: 'audio CD',
  patent: 'patent',
  patentde: 'German patent',
  patenteu: 'European patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patentus: 'U.S. patent',
  patreq: 'patent request',
  patreqde: 'German patent request',
  patreqeu: 'European patent request',
  patreqfr: 'French patent request',
  patrequk: 'British patent request',
  patrequs: 'U.S. patent request',
  inpreparation: 'in preparation',
  submitted: 'submitted',
  forthcoming: 'forthcoming',
  inpress: 'in press',
  prepublished: 'pre-published',
};

/** The word as it is printed; any other as it is. */
export function entryTerm(word: string): string {
  const known = word.trim().toLowerCase();
  return (Object.hasOwn(terms, known) ? terms[known] : undefined) ?? word;
}

/**
 * The same by language, by language with script or with region; of a thesis, what it is called there. A word that is
 * not there stays English.
 */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: {
    mathesis: 'رسالة ماجستير',
    phdthesis: 'أطروحة دكتوراه',
    techreport: 'تقرير فني',
    resreport: 'تقرير بحثي',
    inpress: 'قيد النشر',
  },
  de: {
    bathesis: 'Bachelorarbeit',
    mathesis: 'Masterarbeit',
    phdthesis: 'Dissertation',
    techreport: 'technischer Bericht',
    resreport: 'Forschungsbericht',
    inpreparation: 'in Vorbereitung',
    submitted: 'eingereicht',
    forthcoming: 'im Erscheinen',
    inpress: 'im Druck',
  },
  es: {
    mathesis: 'tesis de maestría',
    phdthesis: 'tesis doctoral',
    techreport: 'informe técnico',
    resreport: 'informe de investigación',
    inpreparation: 'en preparación',
    inpress: 'en prensa',
  },
  fr: {
    mathesis: 'mémoire de master',
    phdthesis: 'thèse de doctorat',
    techreport: 'rapport technique',
    resreport: 'rapport de recherche',
    inpreparation: 'en préparation',
    submitted: 'soumis',
    forthcoming: 'à paraître',
    inpress: 'sous presse',
  },
  it: {
    bathesis: 'tesi di laurea triennale',
    mathesis: 'tesi di laurea magistrale',
    phdthesis: 'tesi di dottorato',
    techreport: 'rapporto tecnico',
    resreport: 'rapporto di ricerca',
    inpreparation: 'in preparazione',
    forthcoming: 'in corso di pubblicazione',
    inpress: 'in stampa',
  },
  ja: {
    bathesis: '卒業論文',
    mathesis: '修士論文',
    phdthesis: '博士論文',
    techreport: '技術報告書',
    resreport: '研究報告書',
    inpreparation: '準備中',
    submitted: '投稿中',
    forthcoming: '近刊',
    inpress: '印刷中',
  },
  ko: {
    bathesis: '학사학위논문',
    mathesis: '석사학위논문',
    phdthesis: '박사학위논문',
    techreport: '기술 보고서',
    resreport: '연구 보고서',
    inpreparation: '준비 중',
    submitted: '투고 중',
    forthcoming: '출간 예정',
    inpress: '인쇄 중',
  },
  pt: {
    mathesis: 'dissertação de mestrado',
    phdthesis: 'tese de doutorado',
    techreport: 'relatório técnico',
    resreport: 'relatório de pesquisa',
    inpreparation: 'em preparação',
    forthcoming: 'a ser publicado',
    inpress: 'no prelo',
  },
  'pt-PT': {
    mathesis: 'dissertação de mestrado',
    phdthesis: 'tese de doutoramento',
    techreport: 'relatório técnico',
    resreport: 'relatório de investigação',
    inpreparation: 'em preparação',
    forthcoming: 'a publicar',
    inpress: 'no prelo',
  },
  ru: {
    bathesis: 'бакалаврская работа',
    mathesis: 'магистерская диссертация',
    phdthesis: 'диссертация',
    techreport: 'технический отчёт',
    resreport: 'отчёт об исследовании',
    inpreparation: 'готовится к печати',
    submitted: 'подано в печать',
    forthcoming: 'готовится к изданию',
    inpress: 'в печати',
  },
  zh: {
    bathesis: '学士学位论文',
    mathesis: '硕士学位论文',
    phdthesis: '博士学位论文',
    techreport: '技术报告',
    resreport: '研究报告',
    forthcoming: '即将出版',
    inpress: '送印中',
  },
  'zh-Hant': {
    bathesis: '學士論文',
    mathesis: '碩士論文',
    phdthesis: '博士論文',
    techreport: '技術報告',
    resreport: '研究報告',
    forthcoming: '即將出版',
    inpress: '印行中',
  },
};

/** A bibliography whose kinds and states are in the language of a style (BCP 47), as far as it is known here. */
export function withTermsIn(lang: string, bibliography: Bibliography): Bibliography {
  const { language, script, region } = new Intl.Locale(lang).maximize();
  const known =
    translations[`${language}-${region}`] ??
    translations[`${language}-${script}`] ??
    translations[language];
  if (known === undefined) return bibliography;
  const translated = new Map(Object.entries(known).map(([word, term]) => [terms[word], term]));
  const inLanguage = (item: CslItem, name: 'genre' | 'status') => {
    const value = item[name];
    const term = typeof value === 'string' ? translated.get(value) : undefined;
    return term === undefined ? {} : { [name]: term };
  };
  const sources = [...bibliography.sources].map(([key, source]) => {
    const { item } = source;
    const own = { ...inLanguage(item, 'genre'), ...inLanguage(item, 'status') };
    const isSame = Object.keys(own).length === 0;
    return [key, isSame ? source : { ...source, item: { ...item, ...own } }] as const;
  });
  return { ...bibliography, sources: new Map(sources) };
}
