import { describe, expect, it } from 'vitest';
import { readDate, readYear } from '../../../src/bibliography/read-date.ts';

describe('a date', () => {
  it.each([
    ['2019-04-29', { 'date-parts': [[2019, 4, 29]] }],
    ['198X', { 'date-parts': [[1980], [1989]] }],
    ['19XX', { 'date-parts': [[1900], [1999]] }],
    ['199u', { 'date-parts': [[1990], [1999]] }],
    ['2004-06-XX', { 'date-parts': [[2004, 6]] }],
    ['2004-XX', { 'date-parts': [[2004]] }],
    ['1983~', { 'date-parts': [[1983]], circa: true }],
    ['1983?', { 'date-parts': [[1983]], circa: true }],
    ['1983-22', { 'date-parts': [[1983, 22]] }],
    ['2008/10/01', { 'date-parts': [[2008, 10, 1]] }],
    ['1931-32', { 'date-parts': [[1931], [1932]] }],
    ['-0399', { 'date-parts': [[-400]] }],
    ['535 BCE', { 'date-parts': [[-535]] }],
    ['2006/', { 'date-parts': [[2006], [0]] }],
    ['2018-11/2019', { 'date-parts': [[2018, 11], [2019]] }],
    ['2011-05~/2012', { 'date-parts': [[2011, 5], [2012]], circa: true }],
    ['2020-03-15T10:00', { 'date-parts': [[2020, 3, 15]] }],
    ['forthcoming', { literal: 'forthcoming' }],
    ['29 April 2019', { 'date-parts': [[2019, 4, 29]] }],
    [
      '7-11 August 2016',
      {
        'date-parts': [
          [2016, 8, 7],
          [2016, 8, 11],
        ],
      },
    ],
    ['3. März 2003', { 'date-parts': [[2003, 3, 3]] }],
    ['c. 1983', { literal: 'c. 1983' }],
  ])('%s is as exact as it is typed', (date, read) => {
    expect(readDate(date)).toEqual(read);
  });
});

describe('a year of BibTeX', () => {
  it.each([
    [
      ['1990', '5{\\textendash}7 Mars'],
      {
        'date-parts': [
          [1990, 3, 5],
          [1990, 3, 7],
        ],
      },
    ],
    [
      ['1996', "nov \\# '' 14-15''"],
      {
        'date-parts': [
          [1996, 11, 14],
          [1996, 11, 15],
        ],
      },
    ],
    [['1983', 'oct', '3'], { 'date-parts': [[1983, 10, 3]] }],
    [['1983', '10', ''], { 'date-parts': [[1983, 10]] }],
    [
      ['2015', 'September/October', ''],
      {
        'date-parts': [
          [2015, 9],
          [2015, 10],
        ],
      },
    ],
    [
      ['2015', 'Sept.--Oct.', ''],
      {
        'date-parts': [
          [2015, 9],
          [2015, 10],
        ],
      },
    ],
    [['2015', '10~mar', ''], { 'date-parts': [[2015, 3, 10]] }],
    [['1999', '08~13--', ''], { 'date-parts': [[1999, 8, 13]] }],
    [['2001', 'Dec 2001', ''], { 'date-parts': [[2001, 12]] }],
    [['2001', '15 March 2001', ''], { 'date-parts': [[2001, 3, 15]] }],
    [['2015', 'March 10th', ''], { 'date-parts': [[2015, 3, 10]] }],
    [['2015', 'Fall', ''], { 'date-parts': [[2015, 23]] }],
    [
      ['2007', 'September 22 - 26', ''],
      {
        'date-parts': [
          [2007, 9, 22],
          [2007, 9, 26],
        ],
      },
    ],
    [['June 1980', '', ''], { 'date-parts': [[1980, 6]] }],
    [['2007', '31', ''], { literal: '31 2007' }],
    [['1983', 'Frühling', ''], { literal: 'Frühling 1983' }],
    [['c. 1983', '', ''], { literal: 'c. 1983' }],
    [['[1983]', '', ''], { literal: '[1983]' }],
    [['1960--61', '', ''], { 'date-parts': [[1960], [1961]] }],
    [['\\noopsort{1973b}1981', '', ''], { 'date-parts': [[1981]] }],
    [['forthcoming', 'may', ''], { literal: 'may forthcoming' }],
  ])('%s is what it says', ([year = '', month, day], read) => {
    expect(readYear(year, month, day)).toEqual(read);
  });
});
