import { compareBuilds } from '/work/main/tests/bench/compare-builds.ts';

const [essays, sources, runs = '1'] = process.argv.slice(2);
const r = await compareBuilds(
  { essays: Number(essays), notesPerEssay: 8, sources: Number(sources) },
  Number(runs),
);
console.log(
  JSON.stringify(r),
  'time',
  r.citing.seconds / r.plain.seconds,
  'mem',
  r.citing.megabytes / r.plain.megabytes,
);
