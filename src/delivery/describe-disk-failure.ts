/** What a disk refused, in a sentence for a person; nothing when an error is of another kind. */
export function describeDiskFailure(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = (each as NodeJS.ErrnoException).code ?? /\b(E[A-Z]{3,9}):/.exec(each.message)?.[1];
    const reason = reasons[code ?? ''];
    if (reason === undefined) continue;
    const path = (each as NodeJS.ErrnoException).path ?? /'([^']+)'$/.exec(each.message)?.[1];
    return `The site cannot be written${path === undefined ? '' : ` (${path})`}: ${reason}.`;
  }
  return undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file is bigger than the system allows',
  EROFS: 'the disk is read-only',
  EACCES: 'the system allows no writing there',
  EPERM: 'the system allows no writing there',
  EBUSY: 'another program uses it',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not work',
};
