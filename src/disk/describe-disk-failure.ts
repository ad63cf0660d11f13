import { constants } from 'node:os';

/** What a disk refused, in a sentence for a person; nothing when an error is of another kind. */
export function describeDiskFailure(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const reason = reasons[codeOf(each)];
    if (reason === undefined) continue;
    const named = /(?:'([^']+)'$|write file in (.+))/m.exec(each.message);
    const path = (each as NodeJS.ErrnoException).path ?? named?.[1] ?? named?.[2];
    return `The site cannot be written${path === undefined ? '' : ` (${path})`}: ${reason}.`;
  }
  return undefined;
}

/** Node gives the code of the system's error; Rolldown says its number in the words of Rust. */
function codeOf(error: NodeJS.ErrnoException): string {
  const number = Number(/\(os error (\d+)\)/.exec(error.message)?.[1]);
  const named = Object.entries(constants.errno).find(([, each]) => each === number)?.[0];
  return error.code !== undefined && error.code in reasons ? error.code : (named ?? '');
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
