import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../../../bin/bootstrap.js';
import { environment, type Place } from './lede.ts';

export type Server = {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Stops it as an operator does. Rejects if that fails, or if it ever wrote to its error output. */
  stop: () => Promise<void>;
};

const READY = /Lede is ready at (?<url>\S+)/;

/** Starts the real server on a free port, once the pages are built. */
export async function startServer(place: Place): Promise<Server> {
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
    async stop() {
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      const status = await ended;
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
