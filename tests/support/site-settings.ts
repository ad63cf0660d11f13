import type { SiteSettings } from '../../src/site.ts';

/** Who a site of the tests is, whoever the site of this project is. */
export const siteSettings: SiteSettings = {
  site: {
    title: 'Research Essays',
    description: 'Scholarly essays with numbered notes, each resolved from one bibliography.',
    lang: 'en',
    authors: [],
    url: 'https://essays.example',
    feedLength: 20,
    smartPunctuation: false,
  },
  citationFiles: {
    bibliography: ['content/bibliography.bib'],
    style: 'content/notes.csl',
    sources: 'content/sources.csl',
  },
  notes: 'reuse',
  severities: {},
  print: {
    paper: 'a4',
    fonts: [
      {
        family: 'NanumMyeongjo',
        file: '@expo-google-fonts/nanum-myeongjo/400Regular/NanumMyeongjo_400Regular.ttf',
      },
    ],
  },
};
