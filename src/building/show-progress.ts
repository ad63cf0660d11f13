/** How far a long build is: one line in a terminal, events for machines, and nothing for a log. */
import type { BuildStep } from '../essay/this-build.ts';

export interface Progress {
  /** One more essay has this step behind it. */
  readonly report: (step: BuildStep) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

interface Audience {
  /** Milliseconds at least between two messages. */
  readonly pause: number;
  readonly show: (step: BuildStep, done: number, all: number) => void;
  readonly end: () => void;
}

const words: Readonly<Record<BuildStep, string>> = {
  text: 'Reading essays',
  page: 'Making pages',
  edition: 'Making editions',
};

const audiences = {
  terminal: {
    pause: 100,
    show: (step, done, all) => {
      const count = `${done.toLocaleString('en')} of ${all.toLocaleString('en')}`;
      process.stderr.write(`\r\u001b[2K${words[step]}: ${count}`);
    },
    end: () => process.stderr.write('\r\u001b[2K'),
  },
  machine: {
    pause: 1000,
    show: (step, done, all) => {
      console.log(JSON.stringify({ event: 'progress', step, done, of: all }));
    },
    end: () => {},
  },
} satisfies Record<string, Audience>;

/** Shows how many of `all` essays are done with, as JSON to machines, or else to whoever sits at the terminal. */
export function showProgress(all: number, format: 'text' | 'lines'): Progress {
  const audience = format === 'lines' ? audiences.machine : audiences.terminal;
  if (audience === audiences.terminal && !process.stderr.isTTY) {
    return { report: () => {}, end: () => {} };
  }
  const done: Record<BuildStep, number> = { text: 0, page: 0, edition: 0 };
  let next = 0;
  return {
    report(step) {
      done[step] += 1;
      const now = performance.now();
      if (now < next && done[step] < all) return;
      next = now + audience.pause;
      audience.show(step, done[step], all);
    },
    end: audience.end,
  };
}
