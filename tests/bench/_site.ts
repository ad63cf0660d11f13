import { makeBenchSite } from './make-bench-site.ts';

const [variant, essays, sources] = process.argv.slice(2);
const site = await makeBenchSite(variant as 'citing', {
  essays: Number(essays),
  notesPerEssay: 8,
  sources: Number(sources),
});
console.log(site.root);
