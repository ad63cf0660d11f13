import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendFile } from '../../../src/publishing/send-file.ts';

let folder: string;
let address: string;
const server = createServer((request, response) => {
  sendFile(join(folder, request.url ?? ''), response).catch((error: NodeJS.ErrnoException) => {
    response.statusCode = 404;
    response.end(error.code);
  });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'send-file-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

describe('a file that is sent', () => {
  it.each([
    ['table.CSV', 'text/csv;charset=utf-8'],
    ['scan.pdf', 'application/pdf'],
    ['model.unknown', null],
  ])('has the type that its name says: %s', async (name, type) => {
    await writeFile(join(folder, name), '江,1');

    const answer = await fetch(`${address}/${name}`);

    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toBe('江,1');
  });

  it('leaves the answer to others when it is gone', async () => {
    const answer = await fetch(`${address}/gone.csv`);

    expect([answer.status, await answer.text()]).toEqual([404, 'ENOENT']);
    expect(answer.headers.get('content-type')).toBeNull();
  });
});
