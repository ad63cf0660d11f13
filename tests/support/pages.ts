/** Addresses of the pages under test. */
export function publishedSite(path = ''): string {
  return new URL(path, process.env['PUBLISHED_SITE']).href;
}

export function secondSite(path = ''): string {
  return new URL(path, process.env['SECOND_SITE']).href;
}

export function kitchenSinkSite(path = ''): string {
  return new URL(path, process.env['KITCHEN_SINK_SITE']).href;
}

export function everyFieldSite(path = ''): string {
  return new URL(path, process.env['EVERY_FIELD_SITE']).href;
}

export function languagesSite(path = ''): string {
  return new URL(path, process.env['LANGUAGES_SITE']).href;
}

export function mapsSite(path = ''): string {
  return new URL(path, process.env['MAPS_SITE']).href;
}

export const essay = () => publishedSite('2019/09/north-korea-and-russian-relations/');
export const secondEssay = () => secondSite('2026/11/a-second-essay/');

export const kitchenSink = () => kitchenSinkSite('2026/10/every-element/');
export const rightToLeft = () => kitchenSinkSite('2026/09/from-right-to-left/');

/** With all that front matter can say. */
export const everyField = () => everyFieldSite('2026/11/trade-on-the-tumen/');

/** Essays of every length and script. */
export const everyEssay = () => [
  essay(),
  secondEssay(),
  kitchenSink(),
  rightToLeft(),
  languagesSite('2021/03/강/'),
  languagesSite('2022/09/мост/'),
  languagesSite('2023/silta/'),
];

/** Every kind of page. */
export const everyPage = () => [
  publishedSite(),
  publishedSite('2019/'),
  publishedSite('2019/09/'),
  publishedSite('sources/'),
  publishedSite('404.html'),
  essay(),
  secondEssay(),
  kitchenSink(),
  rightToLeft(),
];
