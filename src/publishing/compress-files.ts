/** Compressed copies beside the files they are of, for servers that send them as they are. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from '../disk/list-files.ts';
import { isTextFile } from './text-files.ts';

/** Smaller files fit into one packet anyway. */
const smallest = 1024;

/** Text, in bytes, from which on a site is compressed less hard: the hardest takes 20 ms a page, this less than 1. */
const large = 4_000_000;

/** Writes `name.br` and `name.gz` for every text file below `folder` over 1 kB that becomes smaller so. */
export async function compressFiles(folder: string): Promise<void> {
  const files = (await listFiles(folder)).filter((file) => isTextFile(file));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const quality = total > large ? 5 : constants.BROTLI_MAX_QUALITY;
  const waiting = files.filter((_, index) => (sizes[index] ?? 0) > smallest);
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      await compress(file, quality);
    }
  };
  // As many at a time as Node has threads for it.
  await Promise.all(Array.from({ length: 4 }, work));
}

async function compress(file: string, quality: number): Promise<void> {
  const bytes = await readFile(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  // The system that compressed it stands in byte 9 (RFC 1952); 255 is none in particular.
  gz[9] = 255;
  if (br.length < bytes.length) await writeFile(`${file}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${file}.gz`, gz);
}
