import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../bin/bootstrap.js';
import { type Engine, newDatabase } from './engines.ts';
import { environment, lede, type Place } from './lede.ts';
import { templatePlace } from './template.ts';

export type Newsroom = {
  /** Where its site is served, without a slash at the end. */
  url: string;
  /** Runs bin/lede on its store. */
  lede: (...parameters: string[]) => Promise<string>;
  /** Stops its server as an operator does. Rejects if that fails, or if the server ever wrote to
   *  its error output. */
  close: () => Promise<void>;
};

const READY = /Lede is ready at (?<url>\S+)/;

/** Opens a newsroom of a test's own: a copy of the template store behind the real server. */
export async function openNewsroom(engine: Engine): Promise<Newsroom> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-newsroom-'));
  const database = await newDatabase(engine, folder);
  // Made pictures are named by their content, so that all workers can share them.
  const place: Place = { LEDE_DATABASE: database, LEDE_MEDIA: templatePlace().LEDE_MEDIA };

  const server = spawn(process.execPath, ['server.ts'], {
    cwd: ROOT,
    env: environment({ ...place, PORT: '0' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const url = await addressOf(server, () => errors);

  return {
    url,
    lede: (...parameters) => lede(place, ...parameters),
    async close() {
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      const status = await ended;
      await rm(folder, { recursive: true });
      if (errors) throw new Error(`The server wrote to its error output:\n${errors}`);
      if (status !== 0) throw new Error(`The server ended with status ${status}.`);
    },
  };
}

function addressOf(server: ChildProcess, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const url = READY.exec(output)?.groups?.url;
      if (url) resolve(url);
    });
    server.once('exit', (status) =>
      reject(new Error(`The server ended with status ${status}:\n${output}${errors()}`)),
    );
  });
}
