/** The thread that formats the references of the site's own essays: items come in as data, references go out. */
import { parentPort, workerData } from 'node:worker_threads';
import { formatReferences } from './format-references.ts';

parentPort?.postMessage(await formatReferences(workerData));
