/** The servers that people put static sites on, each started for a test with the files that we give for it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { project } from './make-site.ts';

export interface Serving {
  /** Absolute path of the folder that is the top of the host. */
  readonly root: string;
  /** Empty, or as in `/some/where`. */
  readonly site: string;
  /** A folder for whatever the server itself writes. */
  readonly scratch: string;
  readonly port: number;
}

export interface Host {
  readonly name: string;
  /** The program. */
  readonly command: string;
  /** Makes its settings and gives its arguments. */
  settings(serving: Serving): Promise<readonly string[]>;
  /** What the file that we give for it does; none where there is no file. */
  readonly does: {
    readonly errorPage?: true;
    readonly headers?: true;
    /** The status of a page that was withdrawn. */
    readonly status?: true;
    /** Content codings that it sends copies of. */
    readonly codings?: readonly string[];
  };
}

const hostFile = (name: string) => readFile(join(project, 'src/publishing/hosts', name), 'utf8');

/** Sets what the file asks to be edited. Fails when the file has no such line, so that neither goes astray. */
function edit(text: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`There is no “${from}” to edit.`);
    return edited.replaceAll(from, to);
  }, text);
}

const isRoot = process.getuid?.() === 0;

export const hosts: readonly Host[] = [
  {
    name: 'nginx',
    command: 'nginx',
    does: { errorPage: true, headers: true, status: true, codings: ['gzip'] },
    settings: async ({ root, site, scratch, port }) => {
      const server = edit(await hostFile('nginx.conf'), {
        'listen 80;': `listen 127.0.0.1:${port};`,
        'root /srv/essays;': `root ${root};`,
        'set $site "";': `set $site "${site}";`,
      });
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      const main = `${isRoot ? 'user root;' : ''} daemon off; pid ${scratch}/pid; error_log stderr;
        worker_processes 1; events {}
        http { include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
        ${temporary.map((name) => `${name}_temp_path ${scratch}/${name};`).join('\n')}
        ${server} }`;
      await writeFile(join(scratch, 'nginx.conf'), main);
      return ['-e', 'stderr', '-p', scratch, '-c', join(scratch, 'nginx.conf')];
    },
  },
  {
    name: 'Apache',
    command: 'apache2',
    does: { errorPage: true, headers: true, status: true, codings: ['br', 'gzip'] },
    settings: async ({ root, scratch, port }) => {
      const modules =
        'mpm_event authn_core authz_core dir mime headers rewrite setenvif env deflate filter';
      const loaded = modules.split(' ').map((name) => {
        return `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`;
      });
      const main = `${loaded.join('\n')}
        ServerRoot ${scratch}
        ServerName localhost
        Listen 127.0.0.1:${port}
        PidFile ${scratch}/pid
        ErrorLog ${scratch}/error.log
        ${isRoot ? 'User www-data\nGroup www-data' : ''}
        TypesConfig /etc/mime.types
        AddLanguage br .br
        AddType application/x-gzip .gz
        AddOutputFilterByType DEFLATE text/html
        DocumentRoot ${root}
        <Directory ${root}>
          AllowOverride FileInfo Options Indexes
          Require all granted
        </Directory>
        <FilesMatch "^\\.ht">
          Require all denied
        </FilesMatch>`;
      await writeFile(join(scratch, 'apache.conf'), main);
      return ['-D', 'FOREGROUND', '-f', join(scratch, 'apache.conf')];
    },
  },
  {
    name: 'lighttpd',
    command: 'lighttpd',
    does: { errorPage: true, headers: true },
    settings: async ({ root, site, scratch, port }) => {
      const main = edit(await hostFile('lighttpd.conf'), {
        'server.port = 80': `server.port = ${port}\nserver.bind = "127.0.0.1"`,
        '"/srv/essays"': `"${root}"`,
        '"/srv/essays/"': `"${root}${site}/"`,
      });
      await writeFile(join(scratch, 'lighttpd.conf'), main);
      return ['-D', '-f', join(scratch, 'lighttpd.conf')];
    },
  },
  {
    name: 'Caddy',
    command: 'caddy',
    does: { errorPage: true, headers: true, status: true, codings: ['br', 'gzip'] },
    settings: async ({ root, site, scratch, port }) => {
      const main = edit(await hostFile('Caddyfile'), {
        '{$SITE_ADDRESS::80}': `http://127.0.0.1:${port}`,
        '{$SITE_ROOT:/srv/essays}': root,
        '{$SITE_PATH}': site,
      });
      const own = '{\n\tadmin off\n\tauto_https off\n}\n';
      await writeFile(join(scratch, 'Caddyfile'), own + main);
      return ['run', '--adapter', 'caddyfile', '--config', join(scratch, 'Caddyfile')];
    },
  },
  {
    name: 'python3 -m http.server',
    command: 'python3',
    does: {},
    settings: async ({ root, port }) => {
      const where = ['--bind', '127.0.0.1', '--directory', root];
      return ['-m', 'http.server', String(port), ...where];
    },
  },
  {
    name: 'busybox httpd',
    command: 'busybox',
    does: { errorPage: true },
    settings: async ({ root, site, scratch, port }) => {
      const types = '.svg:image/svg+xml\n.webp:image/webp\n.json:application/json';
      await writeFile(join(scratch, 'httpd.conf'), `E404:${root}${site}/404.html\n${types}\n`);
      const address = `127.0.0.1:${port}`;
      return ['httpd', '-f', '-p', address, '-h', root, '-c', join(scratch, 'httpd.conf')];
    },
  },
];

export function isInstalled({ command }: Host): boolean {
  const { error } = spawnSync(command, ['--help'], { env: environment(), stdio: 'ignore' });
  return error === undefined;
}

/** Servers are kept where only root looks for programs. */
function environment() {
  return { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
}

export interface RunningHost {
  /** Address of the top of the site. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the built site `dist` at `site` of a new host, whose files go below `scratch`. */
export async function startHost(
  host: Host,
  dist: string,
  site: string,
  scratch: string,
): Promise<RunningHost> {
  const root = join(scratch, 'root');
  const own = join(scratch, 'own');
  await mkdir(own, { recursive: true });
  await cp(dist, join(root, site), { recursive: true });
  const port = await freePort();
  const settings = await host.settings({ root, site, scratch: own, port });
  const child = spawn(host.command, settings, {
    cwd: own,
    env: { ...environment(), HOME: own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  await listening(child, port, () => `${host.name} did not start:\n${printed}`);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    address: `http://127.0.0.1:${port}${site}/`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function listening(child: ChildProcess, port: number, say: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(say());
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(say());
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port is free.'));
        else resolve(address.port);
      });
    });
  });
}
