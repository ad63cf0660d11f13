/** What the page weighs on its way, by part, beside the bare page and the budget. */
import { firstRoundTrip, mapBudget, weigh, weighParts } from '../support/weigh-page.ts';
import type { Aim, Row } from './row.ts';

const aims: Readonly<Record<string, Aim>> = {
  whole: { atMost: firstRoundTrip },
  map: { atMost: mapBudget },
};

export function weightRows(html: string, bareHtml: string): Row[] {
  return Object.entries(weighParts(html)).map(([part, bytes]) => {
    const aim = aims[part];
    return {
      what: part === 'whole' ? 'Weight of the page' : `Weight of its ${part}`,
      unit: 'bytes',
      values: [bytes],
      ...(part === 'whole' && { baseline: [weigh(bareHtml)] }),
      ...(aim !== undefined && { aim }),
    };
  });
}
