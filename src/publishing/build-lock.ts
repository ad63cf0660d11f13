/**
 * One build at a time: a file that names the process that builds. A lock whose process is gone, because it was
 * killed or the machine went down, counts for nothing.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

export interface BuildLock {
  /** Whether the lock is still this one's. */
  holds(): boolean;
  release(): void;
}

export interface Holder {
  /** Process id. */
  readonly pid: number;
}

/** Takes the lock at `file`, or says who has it. Throws what the disk says when it cannot be written. */
export function lockBuild(file: string): BuildLock | Holder {
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return {
        holds: () => read(file) === own,
        release: () => {
          if (read(file) === own) rmSync(file, { force: true });
        },
      };
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      // It was made, and there was no room for a word in it.
      if (syscall === 'write') rmSync(file, { force: true });
      if (code !== 'EEXIST') throw error;
    }
    const holder = livingHolder(file);
    if (holder !== undefined) return holder;
    rmSync(file, { force: true });
  }
}

function livingHolder(file: string): Holder | undefined {
  const text = read(file);
  if (text === undefined) return undefined;
  const [, pid, started] = /"pid":(\d+),"started":"([^"]*)"/.exec(text) ?? [];
  if (pid === undefined) return wasJustMade(file) ? { pid: 0 } : undefined;
  return startOf(Number(pid)) === started ? { pid: Number(pid) } : undefined;
}

/**
 * When a process began, as far as the system tells, since ids are used again; nothing when there is no such
 * process. On Linux: the boot, and the clock ticks from it (proc_pid_stat(5), field 22).
 */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  const stat = read(`/proc/${pid}/stat`);
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return stat === undefined ? '' : `${boot} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`;
}

/** Whoever made the file may not have written into it yet. */
function wasJustMade(file: string): boolean {
  const { mtimeMs = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs < 10_000;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
