import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import next from 'next';
import sirv from 'sirv';
import { finishPage, setCommonHeaders } from '#lib/cache/finish-response.ts';
import { sharedTagClock } from '#lib/cache/tag-clock.ts';
import { ConfigError, readConfig } from '#lib/config/config.ts';
import { readSourceList } from '#lib/ingest/sources/read-source-list.ts';
import { watchPollProcess } from '#lib/ingest/sources/watch-poll-process.ts';
import { startFollower } from '#lib/live/follower.ts';
import { StoreError } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** How long a reader's running request may take when the server is asked to stop. */
const GRACE_MS = 5000;

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  // A list with a fault is told now, not by the process that asks the sources.
  if (config.feeds) readSourceList(config.feeds);
  const store = await sharedStore();
  const follower = await startFollower(store, sharedTagClock());

  const isDevelopment = process.argv.includes('--dev');
  const app = next({ dev: isDevelopment, dir: import.meta.dirname });
  await app.prepare();
  const render = app.getRequestHandler();
  const compress = compression() as unknown as Middleware;
  const forEver = 'public, max-age=31536000, immutable';
  // Pictures come in while the server runs, so the folder is asked each time.
  const media = sirv(config.media, {
    dev: true,
    etag: true,
    setHeaders: (response) => response.setHeader('cache-control', forEver),
  });
  const assets = sirv(path.join(import.meta.dirname, '.next/static'), {
    brotli: true,
    gzip: true,
    setHeaders: (response) => response.setHeader('cache-control', forEver),
  });
  const files = isDevelopment
    ? { '/media/': media }
    : { '/media/': media, '/_next/static/': assets };

  const server = createServer((request, response) => {
    for (const [prefix, serveFile] of Object.entries(files)) {
      if (!request.url?.startsWith(prefix)) continue;
      setCommonHeaders(response);
      request.url = request.url.slice(prefix.length - 1);
      serveFile(request, response, () => {
        response.writeHead(404).end();
      });
      return;
    }
    compress(request, response, () => {
      setCommonHeaders(response);
      request.url = wellFormed(request.url ?? '/');
      if (!isDevelopment) finishPage(request, response);
      render(request, response);
    });
  });
  server.on('upgrade', app.getUpgradeHandler());

  const pollProcess = config.feeds ? watchPollProcess(process.env) : null;

  async function stop(): Promise<void> {
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    server.closeIdleConnections();
    await Promise.all([
      new Promise((resolve) => server.close(resolve)),
      pollProcess?.stop(GRACE_MS),
    ]);
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

/** An address whose percent encoding is broken names no page, but Next fails over it. With each `%`
 *  taken to the letter it names no page either, and gets the page that says so. */
function wellFormed(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

serve().catch((error) => {
  const isForOperator = error instanceof ConfigError || error instanceof StoreError;
  console.error(isForOperator ? error.message : error);
  process.exit(1);
});
