import { exportRoute } from '../_exports.ts';

export { essayPaths as getStaticPaths } from '../../essays.ts';

export const { GET } = exportRoute('sources', 'json');
