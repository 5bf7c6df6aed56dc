import { Client } from 'pg';
import type { WriteWatch } from '../engine.ts';

/** Every transaction that writes sends a notice here when it commits: dialect.ts. */
export const WRITES_CHANNEL = 'lede_writes';

const POLL_EVERY_MS = 2000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;
const PATIENCE_MS = 5000;

/** Listens for notices on a connection of its own, and opens another where that is lost. Notices
 *  are not kept for who is away, and a broken line may look whole for minutes, so every two seconds
 *  it answers “perhaps” in any case, and asks something on the line to see whether it is alive. */
export function watchDatabase(database: string): WriteWatch {
  let isNew = true;
  let isClosed = false;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  let client: Client | undefined;
  let isProbing = false;
  const poll = setInterval(() => {
    notice();
    probe();
  }, POLL_EVERY_MS);

  function notice(): void {
    isNew = true;
  }

  async function listen(): Promise<void> {
    const line = new Client({
      connectionString: database,
      application_name: 'lede follower',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client = line;
    line.on('notification', notice);
    line.once('error', () => listenAgain(line));
    line.once('end', () => listenAgain(line));
    try {
      await line.connect();
      await line.query(`listen ${WRITES_CHANNEL}`);
      pause = FIRST_PAUSE_MS;
      notice();
    } catch {
      listenAgain(line);
    }
  }

  async function probe(): Promise<void> {
    const line = client;
    if (!line || isProbing) return;
    isProbing = true;
    await line.query('').catch(() => listenAgain(line));
    isProbing = false;
  }

  /** With a wait that grows, and that differs between instances: they lose the line together. */
  function listenAgain(lost: Client): void {
    if (isClosed || client !== lost) return;
    client = undefined;
    lost.on('error', () => {});
    lost.end().catch(() => {});
    timer = setTimeout(listen, pause * (0.5 + Math.random() / 2));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  listen();
  return {
    areNew() {
      const were = isNew;
      isNew = false;
      return were;
    },
    async close() {
      isClosed = true;
      clearInterval(poll);
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
