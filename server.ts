import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { sharedTagClock } from '#lib/cache/tag-clock.ts';
import { ConfigError, readConfig } from '#lib/config/config.ts';
import { healthRequests } from '#lib/health/health-requests.ts';
import { createMetrics } from '#lib/health/metrics.ts';
import { watchReadiness } from '#lib/health/readiness.ts';
import { readSourceList } from '#lib/ingest/sources/read-source-list.ts';
import { watchPollProcess } from '#lib/ingest/sources/watch-poll-process.ts';
import { openAlertHub } from '#lib/live/alert-hub.ts';
import { startFollower } from '#lib/live/follower.ts';
import { liveRequests } from '#lib/live/live-requests.ts';
import { openLiveStreams } from '#lib/live/live-streams.ts';
import { answerRequests } from '#lib/server/answer-requests.ts';
import { pageRequests } from '#lib/server/render-pages.ts';
import { fileRequests } from '#lib/server/serve-files.ts';
import { stopInOrder } from '#lib/server/stop-in-order.ts';
import { StoreError } from '#lib/store/open-store.ts';
import { sharedStore } from '#lib/store/shared-store.ts';

/** Longer than a proxy keeps a connection that it does not use (Caddy: two minutes, nginx: one), so
 *  that none is closed here just when a request sets out on it. */
const KEEP_ALIVE_MS = 125_000;

/** How long the process that asks the sources may take to stop. */
const GRACE_MS = 3500;

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  // A list with a fault is told now, not by the process that asks the sources.
  if (config.feeds) readSourceList(config.feeds);
  const store = await sharedStore();
  const clock = sharedTagClock();
  const hub = await openAlertHub(store);
  const follower = await startFollower(store, clock, hub);

  const isDevelopment = process.argv.includes('--dev');
  const app = next({ dev: isDevelopment, dir: import.meta.dirname });
  await app.prepare();

  const streams = openLiveStreams();
  const { languages, streamLimit: limit } = config;
  const live = liveRequests({ hub, streams, languages, limit });
  const readiness = watchReadiness(store);
  const metrics = createMetrics({ clock, follower, streams, live });
  const assets = isDevelopment ? null : path.join(import.meta.dirname, '.next/static');

  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    answerRequests({
      files: fileRequests({ media: config.media, assets }),
      health: healthRequests({ readiness, metrics }),
      live: live.answer,
      pages: pageRequests(app.getRequestHandler(), { isDevelopment }),
      metrics,
    }),
  );
  server.on('upgrade', app.getUpgradeHandler());

  const pollProcess = config.feeds ? watchPollProcess(process.env) : null;
  let pollEnded: Promise<void> | undefined;
  const stop = stopInOrder({
    server,
    leave() {
      readiness.stop();
      streams.close();
      pollEnded = pollProcess?.stop(GRACE_MS);
    },
    async close() {
      await Promise.all([pollEnded, follower.stop()]);
      await store.close();
    },
    exit: (status) => process.exit(status),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

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
