/** What a page says of itself as soon as it can hear the server. */

export const greetingEvent = 'content:page';

/** Name of the entry in the header `Server-Timing` by which a page is given its version; a script can read no other. */
export const versionName = 'content';

export interface Greeting {
  readonly path: string;
  /** Of the content that it was made of; missing where it shows but problems. */
  readonly version?: string | undefined;
}
