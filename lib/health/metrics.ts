import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { keptPages } from '#lib/cache/kept-pages.ts';
import type { TagClock } from '#lib/cache/tag-clock.ts';
import type { Follower } from '#lib/live/follower.ts';
import type { LiveRequests } from '#lib/live/live-requests.ts';
import type { LiveStreams } from '#lib/live/live-streams.ts';
import type { RequestKind } from './request-kind.ts';

/** A page from memory takes about a millisecond; nothing should take ten seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Measured = { clock: TagClock; follower: Follower; streams: LiveStreams; live: LiveRequests };

export type Metrics = {
  /** Counts a request that has been answered. */
  count(kind: RequestKind, status: number, seconds: number): void;
  readonly contentType: string;
  text(): Promise<string>;
};

/** What Prometheus may ask of this process. Names as in its “Metric and label naming”. */
export function createMetrics({ clock, follower, streams, live }: Measured): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'lede_requests_total',
    help: 'Requests that were answered, by kind and class of status.',
    labelNames: ['kind', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'lede_request_duration_seconds',
    help: 'How long they took, without live streams, which last.',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });

  /** A number that is known elsewhere, and read when it is asked for. */
  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
  function counter(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  gauge('lede_streams_open', 'Live streams that are open.', () => streams.open);
  counter(
    'lede_streams_refused_total',
    'Live streams refused over LEDE_STREAM_LIMIT.',
    () => live.refused,
  );
  counter(
    'lede_alert_events_sent_total',
    'Alert events sent, one for each stream.',
    () => streams.sent,
  );
  gauge('lede_change_log_position', 'The newest change taken in.', () => clock.position);
  gauge(
    'lede_change_log_age_seconds',
    'Seconds since the change log was last known to be taken in whole.',
    () => (Date.now() - follower.caughtUp) / 1000,
  );
  gauge('lede_page_cache_pages', 'Pages kept in memory.', () => keptPages().pages.size);
  gauge('lede_page_cache_bytes', 'Their size, roughly.', () => keptPages().pages.calculatedSize);
  counter('lede_page_cache_hits_total', 'Pages found in memory.', () => keptPages().hits);
  counter('lede_page_cache_misses_total', 'Pages that had to be made.', () => keptPages().misses);

  return {
    count(kind, status, seconds) {
      requests.inc({ kind, status: `${Math.floor(status / 100)}xx` });
      if (kind !== 'live') durations.observe({ kind }, seconds);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
