/** A file that cannot be taken in: one or two sentences for its author, what is wrong and what to do. */
export class ImportFailure extends Error {
  /** Files that were written before, from the top of the project. */
  readonly made: readonly string[];

  constructor(message: string, made: readonly string[] = []) {
    super(message);
    this.made = made;
  }
}
