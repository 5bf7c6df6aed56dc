import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ApiDesk, apiLimits } from '#lib/api/api-desk.ts';
import { createTagClock } from '#lib/cache/tag-clock.ts';
import { healthRequests } from '#lib/health/health-requests.ts';
import { createMetrics } from '#lib/health/metrics.ts';
import { type Readiness, watchReadiness } from '#lib/health/readiness.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { createToken, revokeToken } from '#lib/store/tokens.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { type LiveServer, openStream, startLive, until } from './live-server.ts';

describe.each(ENGINES)('health on $engine', ({ newDatabase }) => {
  let store: Store;
  let live: LiveServer;
  let readiness: Readiness;
  let server: Server;
  let address: string;

  beforeEach(async () => {
    store = await openStore(await newDatabase());
    live = await startLive(store, { limit: 1 });
    readiness = watchReadiness(store);
    const metrics = createMetrics({ ...live, clock: createTagClock() });
    metrics.count('page', 200, 0.004);
    metrics.count('page', 404, 0.004);
    metrics.count('live', 200, 3600);
    const desk = { store, config: {}, limits: apiLimits() } as ApiDesk;
    const answer = healthRequests({ readiness, metrics, desk: async () => desk });
    server = createServer((request, response) => {
      if (!answer(request, response)) response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    server.close();
    await live.stop();
    await store.close();
  });

  const ask = async (path: string, headers = {}, method = 'GET') => {
    const response = await fetch(address + path, { headers, method });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const newToken = () =>
    createToken(store, { name: 'Prometheus', scopes: ['metrics'], holds: false }, EDITOR);
  /** Where the store can’t be asked, as in an outage. */
  const withoutStore = async (act: () => Promise<void>) => {
    await live.follower.stop();
    const away = jest.spyOn(store.db, 'selectFrom').mockImplementation(() => {
      throw new Error('the store is away');
    });
    await act().finally(() => away.mockRestore());
  };

  test('a server that runs is alive and ready', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
    expect(await ask('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
    expect(await ask('/readyz', {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
    expect((await ask('/readyz')).headers.get('cache-control')).toBe('no-store');
    expect(await ask('/healthz/x')).toMatchObject({ status: 404 });
    expect(await ask('/healthz', {}, 'POST')).toMatchObject({ status: 405 });
  });

  test('without its store it is alive, and not ready until it is back', async () => {
    expect((await ask('/readyz')).status).toBe(200);
    await withoutStore(async () => {
      expect((await ask('/healthz')).status).toBe(200);
      const { status, text } = await ask('/readyz');
      expect(status).toBe(503);
      expect(text).toMatch(/^The store .* can’t be asked: .*\.\n$/);
      expect(text).not.toMatch(/:\/\/\w+:\w+@/);
    });
    expect((await ask('/readyz')).status).toBe(200);
  });

  test('a store that does not answer is given a second, and asked once for all who wait', async () => {
    expect((await ask('/readyz')).status).toBe(200);
    // It asks the same, by the clock.
    await live.follower.stop();
    const asked = jest.spyOn(store.db, 'selectFrom').mockReturnValue({
      select: () => ({ executeTakeFirst: () => new Promise(() => {}) }),
    } as never);
    const start = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, () => readiness.look()));
    expect(performance.now() - start).toBeLessThan(1600);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('has not answered for 1000 ms');
    expect(asked.mock.calls.filter(([table]) => String(table) === 'changes')).toHaveLength(1);
  });

  test('a migration that is to be done keeps it from being ready', async () => {
    const names = store.db.deleteFrom('kysely_migration' as 'changes');
    await names.where('name' as 'kind', '=', '0006-newsroom' as 'alert.raised').execute();
    expect(await ask('/readyz')).toMatchObject({
      status: 503,
      text: 'The tables are not up to date: 0006-newsroom.\n',
    });
  });

  test('a server that stops is not ready, and alive', async () => {
    readiness.stop();
    expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'This server stops.\n' });
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('measurements are for those who have a token that holds', async () => {
    const { secret, token } = await newToken();
    const bearer = { authorization: `Bearer ${secret}` };
    await openStream(live.port);
    await openStream(live.port);
    await until(() => live.live.refused === 1);
    const { status, headers, text } = await ask('/metrics', bearer);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers.get('cache-control')).toBe('no-store');
    for (const line of [
      'lede_requests_total{kind="page",status="2xx"} 1',
      'lede_requests_total{kind="page",status="4xx"} 1',
      'lede_request_duration_seconds_count{kind="page"} 2',
      'lede_streams_open 1',
      'lede_streams_refused_total 1',
      'lede_alert_events_sent_total 0',
      'lede_change_log_position 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).not.toContain('lede_request_duration_seconds_count{kind="live"}');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^lede_change_log_age_seconds 0(?:\.\d+)?$/m);
    // Counters that are read elsewhere do not add up from one look to the next.
    expect((await ask('/metrics', bearer)).text).toContain('\nlede_streams_refused_total 1\n');

    await revokeToken(store, token.id, EDITOR);
    expect((await ask('/metrics', bearer)).status).toBe(401);
    expect(await ask('/metrics')).toMatchObject({
      status: 401,
      text: expect.stringContaining('Send a token'),
    });
  });

  test('in an outage they are for those whose token held a while ago', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const known = { authorization: `Bearer ${(await newToken()).secret}` };
    const unknown = { authorization: `Bearer ${(await newToken()).secret}` };
    expect((await ask('/metrics', known)).status).toBe(200);
    await withoutStore(async () => {
      expect((await ask('/metrics', known)).status).toBe(200);
      expect((await ask('/metrics', unknown)).status).toBe(500);
      expect((await ask('/metrics')).status).toBe(401);
    });
  });
});
