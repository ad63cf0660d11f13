/** The value of an option that counts. Says what is wrong with it, and ends, when it is no number from 1 on. */
export function readCount(option: string, value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  console.error(`“${value}” is not a number of ${option}; the least is 1.`);
  process.exit(2);
}
