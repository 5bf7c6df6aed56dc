import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** An operator, a container or a unit of systemd waits at most so long, from the signal on. */
const MOST_MS = 5000;
/** A request that still runs then is cut off. */
const FINISH_MS = 4000;
/** So long a proxy in front has for noticing that this server should get no more requests. */
const DRAIN_MS = 1000;
/** Ctrl+C reaches each process of a terminal, and `npm start` passes it on besides: that is one. */
const ONE_SIGNAL_MS = 300;

type House = {
  server: Server;
  /** Says that no more requests should come, and ends the streams. Called at once. */
  leave(): void;
  /** What is to be closed when no request runs any more. */
  close(): Promise<unknown>;
  exit(status: number): void;
};

/** Stops the server so that no request fails: it says that it goes, answers for a moment as before
 *  while whoever is in front turns elsewhere, finishes what runs, and ends with status 0 within five
 *  seconds whatever hangs. At a terminal (SIGINT) nobody is in front, and there is no such moment. A
 *  second signal ends it at once. */
export function stopInOrder({ server, leave, close, exit }: House): (signal: string) => void {
  let began: number | null = null;

  async function stop(drain: number): Promise<void> {
    const deadline = setTimeout(() => exit(0), MOST_MS - 200);
    leave();
    // A connection that is kept would be used for the next request just when it is closed. Those that
    // are answered from now on are not; those that say nothing all the while are closed at the end.
    server.prependListener('request', (_, response) => response.setHeader('connection', 'close'));
    await pause(drain);
    const closed = new Promise((resolve) => server.close(resolve));
    // Whose request came before the signal and ends after the drain keeps its connection.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    await Promise.race([closed, pause(FINISH_MS - drain, null, { ref: false })]);
    clearInterval(sweep);
    server.closeAllConnections();
    await close();
    clearTimeout(deadline);
    exit(0);
  }

  return (signal) => {
    const now = performance.now();
    if (began !== null) {
      if (now - began > ONE_SIGNAL_MS) exit(1);
      return;
    }
    began = now;
    stop(signal === 'SIGINT' ? 0 : DRAIN_MS).catch((error) => {
      console.error(error);
      exit(0);
    });
  };
}
