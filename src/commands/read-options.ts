import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The options of the command line. Says which there are, and ends, when it is given anything else. */
export function readOptions<T extends ParseArgsOptionsConfig>(options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const names = Object.keys(options).map((name) => `--${name}`);
    console.error(`${reason}\nIt takes ${names.join(' and ')}.`);
    process.exit(2);
  }
}
