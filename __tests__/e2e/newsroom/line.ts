import { connect, createServer, type Socket } from 'node:net';

/** A line to a server of the network that can be cut: what goes over it stays unanswered, and whoever
 *  calls anew waits, as behind a pulled cable. */
export type Line = {
  port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Lays a line to a port of this machine. */
export async function layLine(port: number): Promise<Line> {
  let isCut = false;
  const ends = new Set<Socket>();

  const server = createServer((near) => {
    ends.add(near);
    const drop = () => {
      near.destroy();
      ends.delete(near);
    };
    near.on('error', drop);
    near.on('close', drop);
    if (isCut) return;
    const far = connect(port, '127.0.0.1');
    far.on('error', drop);
    far.on('close', () => {
      // Nobody hears over a cut line that the other end has hung up.
      if (!isCut) drop();
    });
    near.on('close', () => far.destroy());
    near.on('data', (chunk) => {
      if (!isCut) far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!isCut) near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut() {
      isCut = true;
    },
    /** What was begun while it was cut has no other end: it breaks off now. */
    mend() {
      isCut = false;
      for (const end of ends) end.resetAndDestroy();
      ends.clear();
    },
    async close() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
