import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { isolateRightToLeft } from '../../../src/formatting/isolate-right-to-left.ts';

const isolated = (...nodes: Parameters<typeof isolateRightToLeft>[0][number][]) =>
  toHtml(isolateRightToLeft(nodes));
const text = (value: string) => ({ type: 'text' as const, value });

it('keeps the parts of a reference in the order of its style', () => {
  expect(
    isolated(text('الكاتب, سمير, '), h('i', 'تاريخ نهر'), text(', دار المثال, 2015, p. 7.')),
  ).toBe(
    '<bdi>الكاتب</bdi>, <bdi>سمير</bdi>, <i><bdi>تاريخ نهر</bdi></i>, <bdi>دار المثال</bdi>, 2015, p. 7.',
  );
});

it('keeps marks, joined words and digits of a script with their word', () => {
  expect(isolated(text('Vol. اَلنَّهْر_٢ and כתב־עת.'))).toBe(
    'Vol. <bdi>اَلنَّهْر_٢</bdi> and <bdi>כתב־עת</bdi>.',
  );
});

it('leaves alone what is isolated already, and what is written from left to right', () => {
  const title = h('span', { lang: 'ar', dir: 'rtl' }, 'نهر, جسر');

  expect(isolated(title, text(', 2015, река.'))).toBe(
    '<span lang="ar" dir="rtl">نهر, جسر</span>, 2015, река.',
  );
});
