import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createTagClock } from '#lib/cache/tag-clock.ts';
import { type AlertHub, openAlertHub } from '#lib/live/alert-hub.ts';
import { type Follower, startFollower } from '#lib/live/follower.ts';
import { type LiveRequests, liveRequests } from '#lib/live/live-requests.ts';
import { type LiveStreams, openLiveStreams } from '#lib/live/live-streams.ts';
import type { Store } from '#lib/store/open-store.ts';

export type LiveServer = {
  port: number;
  hub: AlertHub;
  follower: Follower;
  streams: LiveStreams;
  live: LiveRequests;
  stop(): Promise<void>;
};

/** The live stream as the server has it, on a free port. */
export async function startLive(store: Store, { limit = 100 } = {}): Promise<LiveServer> {
  const hub = await openAlertHub(store);
  const follower = await startFollower(store, createTagClock(), hub);
  const streams = openLiveStreams();
  const live = liveRequests({ hub, streams, languages: ['en', 'fa'], limit });
  const server = createServer(live.answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hub,
    follower,
    streams,
    live,
    async stop() {
      await streams.close();
      server.closeAllConnections();
      server.close();
      await follower.stop();
    },
  };
}

type Heard = { id: number; event: string; data: Record<string, unknown> };

export type Reader = {
  status: number;
  headers: IncomingMessage['headers'];
  /** The text that has come. */
  readonly text: string;
  /** The events that have come. */
  readonly events: Heard[];
  /** The number that it would come back with. */
  readonly lastId: number | null;
  readonly hasEnded: boolean;
  leave(): void;
};

/** Opens a stream as a browser does. */
export async function openStream(
  port: number,
  query = 'lang=en',
  headers: Record<string, string> = {},
): Promise<Reader> {
  const request = get({
    port,
    host: '127.0.0.1',
    path: `/api/live?${query}`,
    headers,
    agent: false,
  });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error('There was no answer.');
  let text = '';
  let hasEnded = false;
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  response.on('close', () => {
    hasEnded = true;
  });
  response.on('error', () => {});
  request.on('error', () => {});
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    get text() {
      return text;
    },
    get events() {
      return eventsIn(text);
    },
    get lastId() {
      const ids = blocksIn(text).flatMap((block) => fieldOf(block, 'id') ?? []);
      return ids.length > 0 ? Number(ids.at(-1)) : null;
    },
    get hasEnded() {
      return hasEnded;
    },
    leave() {
      request.destroy();
    },
  };
}

/** Opens a stream, or several on one connection, and takes nothing of what comes. */
export async function openDeafStream(port: number, calls = 1): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  socket.write('GET /api/live?lang=en HTTP/1.1\r\nHost: lede.example\r\n\r\n'.repeat(calls));
  return socket;
}

/** What came whole. */
function blocksIn(text: string): string[] {
  return text.split('\n\n').slice(0, -1);
}

function eventsIn(text: string): Heard[] {
  return blocksIn(text)
    .filter((block) => fieldOf(block, 'data') !== undefined)
    .map((block) => ({
      id: Number(fieldOf(block, 'id')),
      event: fieldOf(block, 'event') ?? '',
      data: JSON.parse(fieldOf(block, 'data') ?? ''),
    }));
}

function fieldOf(block: string, name: string): string | undefined {
  const line = block.split('\n').find((candidate) => candidate.startsWith(`${name}: `));
  return line?.slice(name.length + 2);
}

/** Waits until something is so, at most ten seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`It never came to be so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Sends calls over one connection without waiting for answers, and answers what comes within a while. */
export async function callTogether(port: number, paths: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: lede\r\n\r\n`).join(''));
  for (let tries = 0; tries < 100 && !text.includes('retry: '); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  socket.destroy();
  return text;
}
