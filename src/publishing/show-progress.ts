/** How far a build is: one line in a terminal, a line for each step in a log, events for machines. */
import type { AstroIntegration } from 'astro';
import type { Session } from '../session.ts';

/** What a build spends its time with; all but the first with one essay after the other. */
export type BuildStep = 'check' | 'text' | 'page' | 'edition';

export interface Progress {
  /** A build begins. */
  start(): void;
  /** So many essays there are. */
  begin(all: number): void;
  /** One more essay has this step behind it. */
  report(step: BuildStep): void;
  /** Takes the line away, before anything else is printed. */
  end(): void;
}

interface Audience {
  /** Milliseconds at least between two messages. */
  readonly pause: number;
  readonly show: (step: BuildStep, done: number, all: number) => void;
  readonly end: () => void;
}

const labels: Readonly<Record<BuildStep, string>> = {
  check: 'Checking the content',
  text: 'Reading essays',
  page: 'Making pages',
  edition: 'Making editions',
};

const audiences = {
  terminal: {
    pause: 100,
    show: (step, done, all) => {
      const count =
        all === 0 ? '' : `: ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`;
      process.stderr.write(`\r\u001b[2K${labels[step]}${count}`);
    },
    end: () => process.stderr.write('\r\u001b[2K'),
  },
  log: {
    pause: 0,
    show: (step, done) => {
      if (done <= 1) process.stderr.write(`${labels[step]} …\n`);
    },
    end: () => {},
  },
  machine: {
    pause: 1000,
    show: (step, done, all) => {
      console.log(JSON.stringify({ event: 'progress', step, done, of: all }));
    },
    end: () => {},
  },
} satisfies Record<string, Audience>;

/** Says nothing. */
export const noProgress: Progress = {
  start: () => {},
  begin: () => {},
  report: () => {},
  end: () => {},
};

/** Shows how many essays are done with, as JSON to machines, or else to whoever sits at the terminal or reads the log. */
export function createProgress(format: 'text' | 'lines'): Progress {
  const people = process.stderr.isTTY ? audiences.terminal : audiences.log;
  const audience = format === 'lines' ? audiences.machine : people;
  const done: Record<BuildStep, number> = { check: 0, text: 0, page: 0, edition: 0 };
  let isStarted = false;
  let all = 0;
  let next = 0;
  return {
    start() {
      if (!isStarted) audience.show('check', 0, 0);
      isStarted = true;
    },
    begin(count) {
      all = count;
    },
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

/** Counts the essays as their texts are compiled and as their pages are made. */
export function showProgress(session: Session, progress: Progress): AstroIntegration {
  return {
    name: 'show-progress',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        progress.start();
        const count = () => progress.report('text');
        const plugin = {
          name: 'count-texts',
          transform: { filter: { id: /\.mdx$/ }, handler: count },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        progress.begin((await session.project()).essays.length);
        setPrerenderer((usual) => ({
          ...usual,
          async render(request, options) {
            const response = await usual.render(request, options);
            if (options.routeData.component.endsWith('/[...essay].astro')) progress.report('page');
            return response;
          },
        }));
      },
    },
  };
}
