import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type FrozenLine = {
  /** The database behind the line. */
  database: string;
  /** As when a cable is pulled: nothing comes or goes, and nobody is told. */
  freeze(): void;
  /** As when it is put back. What stood on the line is lost; new lines work. */
  mend(): void;
  stop(): void;
};

/** A line to PostgreSQL that can go dead without a word. */
export async function frozenLine(database: string): Promise<FrozenLine> {
  const url = new URL(database);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isFrozen = false;
  const server = createServer((near) => {
    if (isFrozen) {
      near.on('error', () => {});
      return;
    }
    const far = connect(Number(url.port), url.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const socket of pair) {
      socket.on('error', () => {});
      socket.on('close', () => {
        if (!isFrozen) for (const end of pair) end.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(database);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    database: through.href,
    freeze() {
      isFrozen = true;
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
      }
    },
    mend() {
      isFrozen = false;
    },
    stop() {
      isFrozen = false;
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
    },
  };
}
