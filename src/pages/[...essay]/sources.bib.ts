import { exportRoute } from '../_exports.ts';

export const { getStaticPaths, GET } = exportRoute('sources', 'bib');
