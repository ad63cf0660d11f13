/**
 * Links that outlive their targets: each says where it led, and where an archive keeps that.
 * Robust Links 1.0: https://robustlinks.mementoweb.org/spec/
 */
import type { CslDate, CslItem } from './source.ts';

export interface RobustLink {
  /** The address of the source: `https://example.org/`. */
  readonly originalUrl: string;
  /** Its copy in an archive: `https://web.archive.org/web/20190502/https://example.org/`. */
  readonly versionUrl: string;
  /** Of which date the copy is wanted, as exact as it is known: `2019-05-02`; absent when nothing is dated. */
  readonly versionDate?: string;
}

/** Every web address of a source, the one that readers follow first. */
export function robustLinks(item: CslItem): RobustLink[] {
  const { URL: address, DOI } = item;
  const addresses = [address, DOI && `https://doi.org/${DOI}`].filter(isWebAddress);
  return addresses.map((each, index) => robustLink(each, item, index === 0));
}

/** A link is followed by a click, so no scheme but the web's own (never `javascript:` or `data:`). */
export function isWebAddress(address: string | undefined): address is string {
  return (
    address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
  );
}

function robustLink(originalUrl: string, item: CslItem, isFirst: boolean): RobustLink {
  const own = isFirst ? item.custom : undefined;
  const date = own?.archivedate ?? isoDate(item.accessed) ?? isoDate(item.issued);
  const versionDate = date !== undefined && date < firstArchived ? firstArchived : date;
  const moment = versionDate === undefined ? '' : `${versionDate.replaceAll('-', '')}/`;
  const versionUrl = isWebAddress(own?.archiveurl)
    ? own.archiveurl
    : `https://web.archive.org/web/${moment}${originalUrl}`;
  return { originalUrl, versionUrl, ...(versionDate !== undefined && { versionDate }) };
}

/** The Wayback Machine has nothing older; asked for this, it shows its oldest copy. */
const firstArchived = '1996';

/** A CSL date as ISO 8601 in as many parts as it has, of a range the first: `2019-05`. */
export function isoDate(date: CslDate | undefined): string | undefined {
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const years = String(year).padStart(4, '0');
  // 13 and more are CSL's seasons.
  if (month === undefined || month < 1 || month > 12) return years;
  return day === undefined ? `${years}-${two(month)}` : `${years}-${two(month)}-${two(day)}`;
}
