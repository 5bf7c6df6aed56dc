import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from '../../../bin/bootstrap.js';
import { environment, type Place } from './lede.ts';

export type Server = {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Stops it as an operator does. Rejects if that fails, or if it ever wrote to its error output
   *  what it should not. Answers how many milliseconds it took. */
  stop: () => Promise<number>;
  /** Ends it as a power cut does. */
  kill: () => Promise<void>;
};

const READY = /Lede is ready at (?<url>\S+)/;

/** Starts the real server on a free port, once the pages are built. Lines of its error output that are
 *  `expected` are none of the troubles that `stop` tells of. */
export async function startServer(place: Place, expected?: RegExp): Promise<Server> {
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

  function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    server.kill(signal);
    return ended;
  }

  return {
    url,
    async stop() {
      const from = performance.now();
      const status = await end('SIGTERM');
      const took = performance.now() - from;
      const troubles = errors.split('\n').filter((line) => line && !expected?.test(line));
      if (troubles.length > 0) {
        throw new Error(`The server wrote to its error output:\n${troubles.join('\n')}`);
      }
      if (status !== 0) throw new Error(`The server ended with status ${status}.`);
      return took;
    },
    async kill() {
      await end('SIGKILL');
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
