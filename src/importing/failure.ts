/** A file that cannot be taken in: one or two sentences for its author, what is wrong and what to do. */
export class ImportFailure extends Error {}
