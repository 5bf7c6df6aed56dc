import { createServer } from 'node:http';
import compression from 'compression';
import next from 'next';
import sirv from 'sirv';
import { finishResponse } from '#lib/cache/finish-response.ts';
import { sharedTagClock } from '#lib/cache/tag-clock.ts';
import { ConfigError, readConfig } from '#lib/config/config.ts';
import { startFollower } from '#lib/live/follower.ts';
import { StoreError } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** How long a reader's running request may take when the server is asked to stop. */
const GRACE_MS = 5000;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const store = await sharedStore();
  const follower = await startFollower(store, sharedTagClock());

  const app = next({ dev: process.argv.includes('--dev'), dir: import.meta.dirname });
  await app.prepare();
  const render = app.getRequestHandler();
  const compress = compression();
  const media = sirv(config.media, { dev: true, immutable: true, maxAge: 31_536_000, etag: true });

  const server = createServer((request, response) => {
    finishResponse(request, response);
    compress(request as never, response as never, () => {
      if (!request.url?.startsWith('/media/')) return render(request, response);
      request.url = request.url.slice('/media'.length);
      media(request, response, () => response.writeHead(404).end());
    });
  });

  async function stop(): Promise<void> {
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    server.closeIdleConnections();
    await new Promise((resolve) => server.close(resolve));
    await follower.stop();
    await store.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    console.log(`Lede is ready at http://${config.host}:${port}`);
  });
}

serve().catch((error) => {
  const isForOperator = error instanceof ConfigError || error instanceof StoreError;
  console.error(isForOperator ? error.message : error);
  process.exit(1);
});
