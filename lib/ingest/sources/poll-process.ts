import { setPriority } from 'node:os';
import { readConfig } from '#lib/config/config.ts';
import { openStore } from '#lib/store/open-store.ts';
import { syncSources } from '#lib/store/sources.ts';
import { userAgentOf } from '../fetch/fetcher.ts';
import { startPoller } from './poller.ts';
import { readSourceList } from './read-source-list.ts';

/** Readers go before feeds. */
const BEHIND_THE_SERVER = 10;

/** The process that asks the sources, started by watch-poll-process.ts: reading a large feed or
 *  making pictures never keeps a page waiting. */
async function poll(): Promise<void> {
  setPriority(BEHIND_THE_SERVER);
  const config = readConfig(process.env);
  if (!config.feeds) return;
  const sources = readSourceList(config.feeds);
  const store = await openStore(config.database);
  const { media, languages, fetchHosts } = config;
  await syncSources(store, sources, new Date().toISOString());
  const options = { store, media, languages, fetchHosts, userAgent: userAgentOf(config) };
  const poller = startPoller(options, (line) => console.log(line));

  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    await poller.stop();
    await store.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  // The server is gone, however that came.
  process.on('disconnect', stop);
}

poll().catch((error) => {
  console.error('The sources can’t be asked.', error);
  process.exit(1);
});
