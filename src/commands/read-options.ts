import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { describeCommand } from './describe-command.ts';

/**
 * The options of the command line. Says which there are, and ends, when it is given anything else; and what the command
 * does when it is asked for `--help`.
 */
export function readOptions<T extends ParseArgsOptionsConfig>(options: T) {
  return orEnd(options, () => parseArgs({ options }).values);
}

/** The same with whatever else stands on the command line, in its order. */
export function readArguments<T extends ParseArgsOptionsConfig>(options: T) {
  return orEnd(options, () => parseArgs({ options, allowPositionals: true }));
}

/** Those of `options` that npm took for its own, as they stood before its two dashes. */
export function keptByNpm(
  options: ParseArgsOptionsConfig,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return Object.keys(options).filter(
    (name) => environment[`npm_config_${name.replaceAll('-', '_')}`],
  );
}

function orEnd<R>(options: ParseArgsOptionsConfig, read: () => R): R {
  if (process.argv.includes('--help')) {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    console.log(describeCommand(basename(process.argv[1] ?? '', '.ts'), readme));
    process.exit(0);
  }
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const names = Object.keys(options).map((name) => `--${name}`);
    const list = new Intl.ListFormat('en-GB').format(names);
    // Node goes on to say how an argument is given that begins with a hyphen.
    console.error(`${reason.split('. ')[0]}.\nIt takes ${list || 'no options'}.`);
    process.exit(2);
  }
}
