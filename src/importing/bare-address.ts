import type { Element } from 'hast';
import { attribute } from './hast.ts';

/** An address as it may be written in several ways, and that of a DOI as the DOI. */
export function bareAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

/** Whether a link leads to what the words around it do not say, and would be gone with it. */
export function leadsElsewhere(link: Element, words: string): boolean {
  return !words.toLowerCase().includes(bareAddress(attribute(link, 'href')));
}
