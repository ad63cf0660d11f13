/** The address that the site says it is published at, from which every absolute link is made. */
import type { Problem } from '../problems/problem.ts';

const ownMachine = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** `address` is as it was set; no problem when it was not. */
export function checkSiteAddress(address: string | undefined): Problem[] {
  if (address === undefined) return [];
  const fault = faultOf(address);
  if (fault === undefined) return [];
  return [
    {
      rule: 'site-address-is-well-formed',
      file: 'src/site.ts',
      place: { line: 1, column: 1 },
      length: 1,
      message: `The address of the site (SITE_URL) is “${address}”, ${fault}.`,
    },
  ];
}

/** Whether a host name means the machine that asks. */
export function isOwnMachine(host: string): boolean {
  return ownMachine.test(host);
}

function faultOf(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address)) return 'which does not begin with https://';
  if (!URL.canParse(address)) return 'which is no web address';
  const { hostname, search, hash, username, password } = new URL(address);
  if (isOwnMachine(hostname)) return 'which every reader’s machine takes for itself';
  if (search || hash) return 'which has a query or an anchor';
  if (username || password) return 'which has a name or a password in it';
  return undefined;
}
