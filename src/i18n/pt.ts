/** Beside a word stands where it is established in Portuguese; a word without that is composed of those that are. */
import type { MessageCatalog } from './messages.ts';

export const pt: MessageCatalog<'one' | 'many' | 'other'> = {
  // As in ru.ts: the silent reading of English by the share that Portuguese has of English, 181 of 228 words a minute.
  // The words are those that Brazil and Portugal share.
  readingSpeed: 189,

  colon: ': ',

  skipToMain: 'Ir para o conteúdo principal',
  allEssays: 'Todos os ensaios',
  sources: 'Fontes',

  draft: 'Rascunho',
  readingTime: (minutes) => `${minutes} de leitura`,
  sourceCount: {
    one: (count) => `${count} fonte`,
    many: (count) => `${count} fontes`,
    other: (count) => `${count} fontes`,
  },
  updated: 'Atualizado',
  corrected: 'Corrigido',
  version: (number) => `Versão ${number}`,
  original: 'Original',
  translations: 'Traduções',
  editedBy: (name) => `Edição de ${name}`,
  translatedBy: (name) => `Tradução de ${name}`,
  correspondence: 'Correspondência',
  abstract: 'Resumo',
  keywords: 'Palavras-chave',
  contents: 'Sumário',
  mapOf: (countries) => `Mapa: ${countries}`,
  mapData: 'Dados do mapa: Natural Earth.',

  notes: 'Notas', // CSL locale pt-BR: note
  note: (number) => `Nota ${number}`,
  noteInside: (number) => `nota ${number}`,
  figure: (number) => `figura\u{A0}${number}`,
  table: (number) => `tabela\u{A0}${number}`,
  equation: (number) => `equação\u{A0}${number}`,
  section: (number) => `seção\u{A0}${number}`,
  labelEnd: '. ',
  noteInText: (number) => `n.\u{A0}${number}`,
  paragraph: (number) => `Parágrafo ${number}`, // CSL locale pt-BR: paragraph
  letters: 'abcdefghijklmnopqrstuvwxyz',
  andOthers: (name) => `${name} et al.`,
  backToText: ({ note, use, paragraph }) => {
    const place = note === undefined ? '' : `: nota ${note}`;
    const letter = use === undefined ? '' : ` (${use})`;
    const where = paragraph === undefined ? '' : `, parágrafo ${paragraph}`;
    return `Voltar ao texto${place}${letter}${where}`;
  },

  corrections: 'Correções',
  contributions: 'Contribuições',
  acknowledgements: 'Agradecimentos',
  funding: 'Financiamento',
  competingInterests: 'Conflitos de interesse',
  rights: 'Direitos de autor e licença',
  editorialRemarks: 'Notas da redação',
  byTheEditors: 'Da redação deste site, não do autor.',
  citeThis: 'Como citar',
  thisEssay: 'Este ensaio',
  itsSources: 'Fontes do ensaio',
  readElsewhere: 'Ler em outros formatos',
  forMachines: 'Para máquinas',
  primarySources: 'Fontes primárias',
  secondarySources: 'Fontes secundárias',
  references: 'Referências',
  otherEssays: 'Outros ensaios',
  previous: 'Ensaio anterior',
  next: 'Ensaio seguinte',

  essays: 'Ensaios',
  noEssaysYet: 'Ainda não há ensaios.',
  toBegin: 'Para começar o primeiro:',
  monthlyArchive: (month) => `Arquivo de ${month}`,
  yearlyArchive: (year) => `Arquivo de ${year}`,
  essaysOfMonth: (month) => `Ensaios de ${month}.`,
  essaysOfYear: (year) => `Ensaios de ${year}.`,
  allThatIsCited: 'Tudo o que os ensaios citam, e onde.',
  archivedCopy: 'cópia arquivada',
  withdrawn: 'Retirado',
  isWithdrawn: 'O que foi publicado neste endereço foi retirado.',
  pageNotFound: 'Página não encontrada', // Docusaurus pt-BR: NotFound.title
  nothingHere: 'Não há nenhuma página neste endereço.',
  areOnTheFirstPage: ' estão na página inicial.',

  cover: 'Capa',
  accessibilitySummary:
    'Texto com títulos, na ordem de leitura. Cada nota está ligada às suas chamadas nos dois sentidos; cada imagem tem uma descrição.',
};
