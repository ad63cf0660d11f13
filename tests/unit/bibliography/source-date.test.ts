import { expect, it } from 'vitest';
import { classifyDate } from '../../../src/bibliography/source-date.ts';

it.each([
  '2019',
  '2019-04',
  '2019-04-29',
  '2019-21',
  '2018/2019',
  '2018/',
  '../2019-04',
  '199X',
  '19XX',
  '2019?',
  '-0044',
  '2019-oct-3',
  '2019-April',
  '2019-04-29T10:00:00',
  '2020-02-29',
  'c. 1870',
  'ca. 1870',
  '[1872]',
  '1870~',
  'n.d.',
  's. d.',
  'forthcoming',
  'б. г.',
  '2015-September/October',
  '2015-Spring',
  '[1983?]',
  '1960--61',
  '1723?~',
  '535 BCE',
  '1996 [1985]',
  'June 1980',
  '2007-September 22--26',
  '1995-08~20--25',
  '29 April 2019',
  '7-11 August 2016',
  '12 janvier 2001',
  '1990-5{\\textendash}7 Mars',
  '1942-1~march',
  "1996-nov \\# '' 14-15''",
  '1999-uu',
  '199u',
  '2004-XX',
  '1931-32',
  '1911-1912',
  'between 1827 and 1832',
  'Argued October 6, 1993',
  'Septiembre de 1977',
  '2008/10/01',
  '2019a',
  '1960s',
  'Winter 1999/2000',
])('%s is a date', (date) => {
  expect(classifyDate(date)).toBe('valid');
});

it.each(['October 10', 'oct', '04-29', '10', 'soon'])('%s has no year', (date) => {
  expect(classifyDate(date)).toBe('no-year');
});

it.each([
  '2019-13',
  '2019-02-29',
  '2019-00',
  '2019-04-31',
  '10.04.2019',
  '2019-Foo',
  '2018/2019/2020',
  '30 février 2001',
  'August 32 2016',
  'c. 2019-13',
  '2010-13',
  '2008/10/32',
  '1931-30',
  'between 1827 and 183',
])('%s is in no calendar', (date) => {
  expect(classifyDate(date)).toBe('impossible');
});
