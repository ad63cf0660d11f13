import { exportRoute } from '../_exports.ts';

export { essayPaths as getStaticPaths } from '../_site.ts';

export const { GET } = exportRoute('cite', 'bib');
