import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { changeAlert, clearAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import {
  callTogether,
  type LiveServer,
  openDeafStream,
  openStream,
  type Reader,
  startLive,
  until,
} from './live-server.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

jest.setTimeout(20_000);

describe.each(ENGINES)('the live stream on $engine', ({ emptyDatabase }) => {
  /** The server's store, and that of another process, in the same place. */
  let store: Store;
  let other: Store;
  let server: LiveServer;

  beforeEach(async () => {
    const database = await emptyDatabase();
    store = await openStore(database);
    other = await openStore(database);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await server.stop();
    await store.close();
    await other.close();
  });

  const raise = (text: string, lang = 'en', more = {}) =>
    raiseAlert(other, alertInputSchema.parse({ text, lang, ...more }), EDITOR);
  const open = (query?: string, headers?: Record<string, string>) =>
    openStream(server.port, query, headers);
  /** Waits until all that was written is taken in, and what is to be told has been. */
  const takenIn = (position: number) => until(() => server.hub.position >= position);

  test('an alert, its change and its end reach the streams of its edition', async () => {
    server = await startLive(store);
    const english = await open();
    const persian = await open('lang=fa');
    expect(english.status).toBe(200);
    expect(english.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    await until(() => english.lastId === 0 && persian.lastId === 0);

    const { id } = await raise('Ferries stop', 'en', { link: '/en/articles/x' });
    await until(() => english.events.length === 1);
    const change = { text: 'All ferries stop', link: null, expires: null };
    await changeAlert(other, id, change, EDITOR);
    await until(() => english.events.length === 2);
    await clearAlerts(other, EDITOR, { id });
    await until(() => english.events.length === 3);
    expect(english.events).toMatchObject([
      { id: 1, event: 'alert', data: { id, text: 'Ferries stop', link: '/en/articles/x' } },
      { id: 2, event: 'alert', data: { id, text: 'All ferries stop', link: null } },
      { id: 3, event: 'clear', data: { id } },
    ]);
    expect(Object.keys(english.events[0]?.data ?? {}).sort()).toEqual(
      ['emergency', 'expires', 'id', 'lang', 'link', 'raised', 'text'].sort(),
    );
    expect(persian.events).toEqual([]);
    expect(server.streams.sent).toBe(3);
  });

  test('a stream without a number begins with what stands', async () => {
    await raise('First');
    await raise('Another edition', 'fa');
    const { id } = await raise('Over');
    await clearAlerts(other, EDITOR, { id });
    await raise('Second');
    server = await startLive(store);
    for (const number of ['', '&after=x', '&after=-1', '&after=1.5', '&after=999']) {
      const reader = await open(`lang=en${number}`);
      await until(() => reader.lastId === 5);
      expect(reader.events.map(({ event, data }) => [event, data.text])).toEqual([
        ['alert', 'First'],
        ['alert', 'Second'],
      ]);
    }
  });

  test('whoever comes back hears what became of each alert meanwhile, once, in order', async () => {
    server = await startLive(store);
    const first = await raise('First');
    const second = await raise('Second');
    await takenIn(2);
    await clearAlerts(other, EDITOR, { id: first.id });
    await raise('Third');
    await changeAlert(other, second.id, { text: 'New', link: null, expires: null }, EDITOR);
    await takenIn(5);
    const expected = [
      { id: 3, event: 'clear', data: { id: first.id } },
      { id: 4, event: 'alert', data: { text: 'Third' } },
      { id: 5, event: 'alert', data: { id: second.id, text: 'New' } },
    ];
    const fromPage = await open('lang=en&after=2');
    await until(() => fromPage.lastId === 5);
    expect(fromPage.events).toMatchObject(expected);
    // What the browser remembers goes before what the page came with.
    const again = await open('lang=en&after=0', { 'last-event-id': '3' });
    await until(() => again.lastId === 5);
    expect(again.events).toMatchObject(expected.slice(1));
  });

  test('where nothing happens to alerts, a stream still knows how far it is', async () => {
    const article = sampleArticle();
    await saveArticle(other, article, arrivalOf(article));
    server = await startLive(store);
    const reader = await open('lang=en&after=0');
    await until(() => reader.lastId === 1);
    expect(reader.events).toEqual([]);
    expect(reader.text).toMatch(/^retry: [2-5]\d{3}\n\n/);
  });

  test('a number that another instance is ahead by is waited for', async () => {
    server = await startLive(store);
    const early = open('lang=en&after=1');
    const { id } = await raise('Known to the page');
    await takenIn(1);
    await clearAlerts(other, EDITOR, { id });
    const reader = await early;
    await until(() => reader.events.length === 1);
    expect(reader.events).toMatchObject([{ id: 2, event: 'clear', data: { id } }]);
  });

  test('streams that open in the midst of alerts miss none and hear none twice', async () => {
    server = await startLive(store, { limit: 10_000 });
    const ALERTS = 40;
    const writing = (async () => {
      for (let number = 1; number <= ALERTS; number++) await raise(`Alert ${number}`);
    })();
    const readers: Reader[] = [];
    while (server.hub.position < ALERTS) readers.push(await open('lang=en&after=0'));
    await writing;
    expect(readers.length).toBeGreaterThan(5);
    const inOrder = Array.from({ length: ALERTS }, (_, index) => index + 1);
    await until(() => readers.every(({ lastId }) => lastId === ALERTS));
    for (const { events } of readers) expect(events.map(({ id }) => id)).toEqual(inOrder);
    for (const reader of readers) reader.leave();
    await until(() => server.streams.open === 0);
  });

  test('what memory has forgotten comes from the store', async () => {
    const ids: string[] = [];
    // More than memory keeps, and quickly.
    for (let number = 0; number < 1003; number++) ids.push((await raise('Over')).id);
    await clearAlerts(other, EDITOR);
    await raise('Stands');
    server = await startLive(store);
    const reader = await open('lang=en&after=1003');
    await until(() => reader.lastId === 2007);
    expect(reader.events.filter(({ event }) => event === 'clear')).toHaveLength(1003);
    expect(reader.events.at(-1)).toMatchObject({ event: 'alert', data: { text: 'Stands' } });
    // Without the store: what stands.
    await server.follower.stop();
    await other.db.schema.alterTable('changes').renameTo('changes_away').execute();
    try {
      const late = await open('lang=en&after=1003');
      await until(() => late.lastId === 2007);
      expect(late.events.map(({ data }) => data.text)).toEqual(['Stands']);
    } finally {
      await other.db.schema
        .alterTable('changes_away' as 'changes')
        .renameTo('changes')
        .execute();
    }
  });

  test('an alert that has run out while nobody could write so is not handed to new streams', async () => {
    server = await startLive(store);
    await raise('Soon over', 'en', { expires: new Date(Date.now() + 700).toISOString() });
    await takenIn(1);
    await server.follower.stop();
    const before = await open();
    await until(() => before.lastId === 1);
    expect(before.events).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 800));
    const after = await open();
    await until(() => after.lastId === 1);
    expect(after.events).toEqual([]);
  });

  test('over the limit a stream is refused, with a time to come back; one that leaves makes room', async () => {
    server = await startLive(store, { limit: 2 });
    const kept = await open();
    const leaving = await open();
    const refused = await Promise.all(Array.from({ length: 20 }, () => open()));
    for (const { status, headers } of refused) {
      expect(status).toBe(503);
      expect(headers).toMatchObject({
        'content-type': 'application/problem+json',
        connection: 'close',
      });
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(5);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
    }
    expect(new Set(refused.map(({ headers }) => headers['retry-after'])).size).toBeGreaterThan(2);
    expect(server.live.refused).toBe(20);
    leaving.leave();
    await until(() => server.streams.open === 1);
    expect((await open()).status).toBe(200);
    expect(kept.hasEnded).toBe(false);
  });

  test('one connection takes one place, however many calls it sends at once, and gives it back', async () => {
    server = await startLive(store);
    const socket = await openDeafStream(server.port, 50);
    await until(() => server.streams.open > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.streams.open).toBe(1);
    socket.destroy();
    await until(() => server.streams.open === 0);
  });

  test('a call that comes while the answer before it is still under way gets its stream', async () => {
    server = await startLive(store);
    const answers = await callTogether(server.port, ['/?lang=nonsense', '/?lang=en']);
    expect(answers).toMatch(/^HTTP\/1\.1 400 .*HTTP\/1\.1 200 .*retry: /s);
  });

  test('a reader who takes nothing is let go, and the others hear all', async () => {
    server = await startLive(store);
    const deaf = await openDeafStream(server.port);
    const reader = await open();
    await until(() => server.streams.open === 2);
    const text = 'x'.repeat(280);
    // Its own buffers and the system's take some megabytes first.
    const events = Array.from({ length: 20_000 }, (_, index) => ({
      seq: index + 1,
      kind: 'alert' as const,
      lang: 'en' as const,
      alert: {
        ...{ id: String(index), lang: 'en' as const, text, link: null },
        ...{ raised: '', expires: null, emergency: false },
      },
    }));
    for (let from = 0; from < events.length; from += 100) {
      server.streams.tell(events.slice(from, from + 100), from + 100);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => server.streams.open === 1);
    await until(() => reader.lastId === events.length);
    expect(reader.events).toHaveLength(events.length);
    deaf.destroy();
  });

  test('when the server stops, streams end with a time to come back, and none opens', async () => {
    server = await startLive(store);
    const readers = await Promise.all(Array.from({ length: 12 }, () => open()));
    await until(() => server.streams.open === 12);
    await server.streams.close();
    await until(() => readers.every(({ hasEnded }) => hasEnded));
    const waits = readers.map(({ text }) => /retry: (\d+)\n\n$/.exec(text)?.[1]);
    expect(waits.every((wait) => Number(wait) >= 500 && Number(wait) <= 4000)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(3);
    const late = await open();
    expect(late).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(Number(late.headers['retry-after'])).toBeLessThanOrEqual(5);
  });

  test('what is no such call is answered in words', async () => {
    server = await startLive(store);
    const address = `http://127.0.0.1:${server.port}/api/live`;
    for (const query of ['', '?lang=', '?lang=km', '?lang=xx']) {
      const response = await fetch(address + query);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ parameter: 'lang' }] });
    }
    const posted = await fetch(`${address}?lang=en`, { method: 'POST', body: 'x' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
    const head = await fetch(`${address}?lang=en`, { method: 'HEAD' });
    expect(head.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(server.streams.open).toBe(0);
  });
});
