import {
  Agent,
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';

/** A proxy in front of several instances, as docs/operating.md describes one: it asks each for
 *  /readyz, sends requests to those that are ready, keeps connections open, and gives a request that
 *  only reads to the next instance where one takes no connection or breaks it off unanswered. */
export type Balancer = {
  url: string;
  /** Instances by their address; one that is replaced has another. */
  use(instances: readonly string[]): void;
  close(): Promise<void>;
};

const LOOK_EVERY_MS = 200;
const LOOK_TIMEOUT_MS = 1000;
const TRY_FOR_MS = 5000;

export async function startBalancer(): Promise<Balancer> {
  let instances: readonly string[] = [];
  let ready = new Set<string>();
  let next = 0;
  const agent = new Agent({ keepAlive: true });

  async function look(): Promise<void> {
    const found = await Promise.all(
      instances.map(async (url) => {
        const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
        const answer = await fetch(`${url}/readyz`, { signal }).catch(() => null);
        return answer?.ok ? url : null;
      }),
    );
    ready = new Set(found.filter((url) => url !== null));
  }

  function choose(): string | undefined {
    const all = [...ready];
    next += 1;
    return all[next % all.length];
  }

  function pass(request: IncomingMessage, response: ServerResponse, since = Date.now()): void {
    const instance = choose();
    const again = () => {
      if (instance) ready.delete(instance);
      if (request.method !== 'GET' || Date.now() - since > TRY_FOR_MS) {
        response.writeHead(502).end();
        return;
      }
      setTimeout(() => pass(request, response, since), 50);
    };
    if (!instance) {
      again();
      return;
    }
    const { method, url, headers } = request;
    const onward = send(new URL(url ?? '/', instance), { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      // An answer that breaks off half-way is a failed request, and must look like one.
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => {
      if (!response.headersSent) again();
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  const server = createServer((request, response) => pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const timer = setInterval(look, LOOK_EVERY_MS);
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    use(now) {
      instances = now;
    },
    async close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
