/**
 * The address of a picture in an essay's Markdown, until it is known where its file is published: its path from the
 * top of the project.
 */
export function pictureAddress(file: string): string {
  return encodeURI(`/${file}`).replace(/[()]/g, encodeBracket);
}

/** Brackets end an address in Markdown. */
export function encodeBracket(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}
