import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alertInputSchema } from '#lib/model/alert.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { openStore } from '#lib/store/open-store.ts';
import { buildIfChanged } from '../../bin/steps/build.ts';
import { lede } from '../e2e/newsroom/lede.ts';
import { startServer } from '../e2e/newsroom/server.ts';
import type { Order, Report } from './live-readers.ts';
import type { Table } from './median.ts';
import { percentile, readDuring, readPages } from './read-pages.ts';

const STREAMS = 5000;
const ALERTS = 10;
const ATTEMPTS = 20_000;
const QUIET_READS = 400;

/** An alert makes the pages of its own edition anew; this one stays in memory. */
const HOT_PAGE = '/fa';

/** How long an alert takes to reach all streams of an instance, what a stream costs in memory, and how
 *  long readers wait for a page meanwhile, and while many try to open streams beyond the limit. */
export async function measureLive(): Promise<Table> {
  await buildIfChanged();
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-bench-'));
  const place = {
    LEDE_DATABASE: `file:${path.join(folder, 'lede.db')}`,
    LEDE_MEDIA: path.join(folder, 'media'),
    LEDE_STREAM_LIMIT: String(STREAMS),
  };
  await lede(place, 'import', 'sample');
  const token = (
    await lede(place, 'token', 'create', '--name', 'Bench', '--scope', 'alerts')
  ).trim();
  const store = await openStore(place.LEDE_DATABASE);
  const server = await startServer(place);
  const readers = fork(path.join(import.meta.dirname, 'live-readers.ts'));
  try {
    const port = Number(new URL(server.url).port);
    const pages = [server.url + HOT_PAGE];
    await readPages(pages, () => false, 50);
    const quiet = await readPages(pages, () => false, QUIET_READS);

    const before = await memoryOf(server.url, token);
    const { opened } = await ask(readers, { port, do: 'open', count: STREAMS }, 'opened');
    if (opened !== STREAMS) throw new Error(`Of ${STREAMS} streams ${opened} were opened.`);
    // The first comments have gone out.
    await pause(16_000);
    const perStream = ((await memoryOf(server.url, token)) - before) / STREAMS;

    const delays: number[] = [];
    const alerts = (async () => {
      const told = reportsOf(readers, 'delays', ALERTS);
      for (let number = 1; number <= ALERTS; number++) {
        const input = alertInputSchema.parse({
          text: `Alert ${number}. ${'x'.repeat(200)}`,
          lang: 'en',
        });
        await raiseAlert(store, input, { way: 'command', name: 'Bench', tokenId: null });
        await pause(700);
      }
      for (const report of await told) delays.push(...report.delays);
    })();
    const during = await readDuring(alerts, pages);

    const attempts = ask(readers, { port, do: 'attempt', count: ATTEMPTS }, 'refused');
    const crowded = await readDuring(attempts, pages);
    const { refused, others } = await attempts;
    if (refused !== ATTEMPTS)
      throw new Error(
        `Of ${ATTEMPTS} attempts ${refused} were refused with 503 and Retry-After; others: ${others.join('; ')}.`,
      );
    const left = /^lede_streams_open (\d+)$/m.exec(await metricsOf(server.url, token))?.[1];

    const reading = (name: string, times: number[]) => [
      { name: `a page, ${name}, half of all readers`, milliseconds: percentile(times, 50) },
      { name: `a page, ${name}, 99 of 100 readers`, milliseconds: percentile(times, 99) },
    ];
    return {
      title: `${ALERTS} alerts to ${STREAMS} live streams, and ${ATTEMPTS} attempts beyond the limit`,
      rows: [
        ...reading('quiet', quiet),
        ...reading('alerts', during),
        ...reading('attempts', crowded),
        { name: 'an alert, half of all streams have it', milliseconds: percentile(delays, 50) },
        { name: 'an alert, 99 of 100 streams', milliseconds: percentile(delays, 99) },
        { name: 'an alert, all streams', milliseconds: percentile(delays, 100) },
      ],
      notes: [
        // What the process had taken before and did not need is used first, so this is the least.
        `RSS grew by ${(perStream / 1024).toFixed(1)} kB for each stream`,
        `${refused} of ${ATTEMPTS} attempts were answered with 503 and Retry-After; ${left} of ${STREAMS} streams stayed open`,
      ],
    };
  } finally {
    readers.disconnect();
    await server.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

type Of<Key extends string> = Extract<Report, { [key in Key]: unknown }>;

async function ask<Key extends string>(readers: ChildProcess, order: Order, key: Key) {
  const reports = reportsOf(readers, key, 1);
  readers.send(order);
  const [report] = await reports;
  if (!report) throw new Error('The readers did not report.');
  return report;
}

async function reportsOf<Key extends string>(
  readers: ChildProcess,
  key: Key,
  count: number,
): Promise<Of<Key>[]> {
  const found: Of<Key>[] = [];
  for await (const [report] of on(readers, 'message', { close: ['exit'] })) {
    if (key in report) found.push(report);
    if (found.length === count) break;
  }
  return found;
}

async function memoryOf(url: string, token: string): Promise<number> {
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(await metricsOf(url, token))?.[1]);
}

async function metricsOf(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return response.text();
}
