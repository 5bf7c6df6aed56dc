import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import type { AskOptions } from '#lib/ingest/sources/ask-source.ts';
import { askNow, startPoller } from '#lib/ingest/sources/poller.ts';
import { findBySource } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import {
  allSources,
  claimDue,
  finishSource,
  renewClaim,
  type SourceSettings,
  syncSources,
} from '#lib/store/sources.ts';
import { ENGINES, temporaryFolder } from './engines.ts';

jest.setTimeout(30_000);

const DAY = 86_400_000;
const SETTINGS: SourceSettings = { every: 15, policy: 'publish', fullText: false };
const NOW = '2026-10-07T12:00:00.000Z';
const LATER = '2026-10-07T12:00:40.000Z';

function feed(...titles: string[]): string {
  const items = titles.map(
    (title) =>
      `<item><guid>https://a.example/${title}</guid><title>${title}</title><description>Text of ${title}.</description><pubDate>Wed, 07 Oct 2026 06:30:00 GMT</pubDate></item>`,
  );
  return `<rss><channel><title>A</title><language>en</language>${items.join('')}</channel></rss>`;
}

type Answer = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

/** What stands at each path of the server that is asked, and what it was asked. */
const answers = new Map<string, Answer>();
const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
const server = createServer(({ url = '', headers }, response) => {
  asked.push({ url, headers });
  const answer = answers.get(url);
  if (answer) answer(response, headers);
  else response.writeHead(404).end();
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(ENGINES)('$engine', ({ engine, emptyDatabase }) => {
  let store: Store;
  let database: string;
  let options: AskOptions;

  beforeEach(async () => {
    answers.clear();
    asked.length = 0;
    database = await emptyDatabase();
    store = await openStore(database);
    options = {
      store,
      media: temporaryFolder(),
      languages: ['en', 'fa', 'km'],
      fetchHosts: [],
      userAgent: 'Lede (test)',
      patience: { idle: 300, total: 1000 },
    };
  });

  afterEach(() => store.close());

  async function list(...paths: string[]): Promise<void> {
    const listed = paths.map((path) => ({
      address: `${origin}${path}`,
      name: path,
      settings: SETTINGS,
    }));
    await syncSources(store, listed, new Date().toISOString());
  }

  const ask = (path = '/feed') => askNow(`${origin}${path}`, 'test', options);

  async function state(path = '/feed') {
    const source = (await allSources(store)).find(({ name }) => name === path);
    if (!source) throw new Error(`${path} is not listed.`);
    return { ...source.state, nextAt: source.nextAt };
  }

  test('what is new comes in; then only what changed is sent', async () => {
    answers.set('/feed', (response, headers) => {
      if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else {
        response
          .setHeader('etag', '"1"')
          .setHeader('last-modified', 'Wed, 07 Oct 2026 06:30:00 GMT');
        response.end(feed('one', 'two'));
      }
    });
    await list('/feed');
    expect(await ask()).toMatchObject({ kind: 'read', stories: 2, changes: 0 });
    expect(await findBySource(store, 'feed:https://a.example/one')).toMatchObject({
      state: 'published',
    });
    expect(await ask()).toMatchObject({ kind: 'unchanged' });
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 07 Oct 2026 06:30:00 GMT',
      'user-agent': 'Lede (test)',
    });
    expect(await state()).toMatchObject({ stories: 2, failures: 0, error: null, etag: '"1"' });
  });

  test('the same bytes again are not read again; other bytes are', async () => {
    answers.set('/feed', (response) => response.end(feed('one')));
    await list('/feed');
    await ask();
    expect(await ask()).toMatchObject({ kind: 'unchanged' });
    answers.set('/feed', (response) => response.end(feed('two', 'one')));
    expect(await ask()).toMatchObject({ kind: 'read', stories: 1, changes: 0 });
  });

  test.each([301, 308])('a move for good (%i) is remembered, and can end', async (status) => {
    answers.set('/feed', (response) => response.writeHead(status, { location: '/new' }).end());
    answers.set('/new', (response) => response.end('no feed'));
    await list('/feed');
    await ask();
    expect(await state()).toMatchObject({ movedTo: null, failures: 1 });
    answers.set('/new', (response) => response.end(feed('one')));
    await ask();
    expect(await state()).toMatchObject({ movedTo: `${origin}/new`, failures: 0 });
    asked.length = 0;
    await ask();
    expect(asked.map(({ url }) => url)).toEqual(['/new']);
    answers.delete('/new');
    await ask();
    expect(await state()).toMatchObject({ movedTo: null });
  });

  test('a passing redirect is followed each time', async () => {
    answers.set('/feed', (response) => response.writeHead(302, { location: '/new' }).end());
    answers.set('/new', (response) => response.end(feed('one')));
    await list('/feed');
    expect(await ask()).toMatchObject({ kind: 'read', stories: 1 });
    expect(await state()).toMatchObject({ movedTo: null });
  });

  test('a source that is gone is asked no more, but by hand', async () => {
    answers.set('/feed', (response) => response.writeHead(410).end());
    await list('/feed');
    await ask();
    expect(await state()).toMatchObject({
      isGone: true,
      nextAt: null,
      error: expect.stringMatching(/gone for good \(410\)/),
    });
    answers.set('/feed', (response) => response.end(feed('one')));
    await ask();
    expect(await state()).toMatchObject({ isGone: false, error: null, nextAt: expect.any(String) });
  });

  test.each<[string, Answer, RegExp]>([
    ['is unknown', (response) => response.writeHead(404).end(), /answered 404 Not Found\.$/],
    ['fails', (response) => response.writeHead(500).end(), /answered 500 Internal Server Error\.$/],
    ['says nothing', () => {}, /sent nothing for 1 seconds\.$/],
    ['sends a page', (response) => response.end('<!doctype html><p>x'), /^It is a web page/],
    [
      'sends a broken feed',
      (response) => response.end('<rss><item><title>x'),
      /^It has only a title/,
    ],
    ['hangs up', (response) => response.destroy(), /broke the connection off\.$/],
    [
      'sends a bomb',
      (response) => response.setHeader('content-encoding', 'gzip').end(BOMB),
      /larger than 20 MB\.$/,
    ],
    [
      'leads to this machine',
      (response) => response.writeHead(301, { location: 'http://127.0.0.1:1/' }).end(),
      /“127\.0\.0\.1” is not on the public internet/,
    ],
    [
      'leads to a cloud’s keys',
      (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      /“169\.254\.169\.254” is not on the public internet/,
    ],
  ])('a source that %s is asked again later', async (_, answer, error) => {
    answers.set('/feed', answer);
    await list('/feed');
    expect(await ask()).toMatchObject({ kind: 'failed' });
    const { nextAt, ...known } = await state();
    expect(known).toMatchObject({ failures: 1, movedTo: null, succeededAt: null });
    expect(known.error).toMatch(error);
    expect(Date.parse(nextAt ?? '') - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  test.each([429, 503])('a server that says when (%i) is asked then', async (status) => {
    answers.set('/feed', (response) => response.writeHead(status, { 'retry-after': '7200' }).end());
    await list('/feed');
    await ask();
    const wait = Date.parse((await state()).nextAt ?? '') - Date.now();
    expect(wait).toBeGreaterThan(7_190_000);
    expect(wait).toBeLessThan(DAY);
  });

  test('a feed that is empty for now is no failure', async () => {
    answers.set('/feed', (response) => response.end(feed()));
    await list('/feed');
    expect(await ask()).toMatchObject({ kind: 'read', stories: 0 });
    expect(await state()).toMatchObject({ error: null, failures: 0 });
  });

  test('two pollers ask each source once', async () => {
    const paths = ['/1', '/2', '/3', '/4', '/5'];
    for (const path of paths) {
      answers.set(path, (response) => setTimeout(() => response.end(feed(path.slice(1))), 50));
    }
    await list(...paths);
    // SQLite’s calls wait in place: of two handles in one process each would wait for the other.
    const other = engine === 'SQLite' ? store : await openStore(database);
    const lines: string[] = [];
    const say = (line: string) => lines.push(line);
    const pollers = [startPoller(options, say), startPoller({ ...options, store: other }, say)];
    while (lines.length < paths.length) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await Promise.all(pollers.map((poller) => poller.stop()));
    if (other !== store) await other.close();
    expect(asked.map(({ url }) => url).sort()).toEqual(paths);
    expect(lines.sort()).toEqual(paths.map((path) => `${path}: 1 new, 0 changed.`));
  });

  test('a claim holds while it is renewed, and not for long after its holder has died', async () => {
    await list('/feed');
    await store.db.updateTable('sources').set({ next_at: NOW }).execute();
    const first = { holder: 'one', until: '2026-10-07T12:00:30.000Z' };
    const second = { holder: 'two', until: '2026-10-07T12:01:30.000Z' };
    const address = `${origin}/feed`;
    expect(await claimDue(store, NOW, first)).toMatchObject({ address });
    expect(await claimDue(store, NOW, second)).toBeNull();
    await renewClaim(store, address, { holder: 'one', until: '2026-10-07T12:00:45.000Z' });
    expect(await claimDue(store, LATER, second)).toBeNull();
    expect(await claimDue(store, '2026-10-07T12:00:45.000Z', second)).toMatchObject({ address });
    // Who has lost its claim changes nothing any more.
    const [source] = await allSources(store);
    if (!source) throw new Error('The source is gone.');
    await finishSource(store, source, 'one', { state: source.state, nextAt: null });
    await renewClaim(store, address, { holder: 'one', until: '2999-01-01T00:00:00.000Z' });
    expect(await state()).toMatchObject({ nextAt: NOW });
    expect(await claimDue(store, '2026-10-07T12:01:31.000Z', first)).toMatchObject({ address });
  });

  test('what was asked under an old list is asked again under the new one', async () => {
    await list('/feed');
    const settings = { ...SETTINGS, section: 'world' };
    answers.set('/feed', async (response) => {
      const address = `${origin}/feed`;
      await syncSources(store, [{ address, name: '/feed', settings }], NOW);
      response.setHeader('etag', '"1"').end(feed('one'));
    });
    expect(await ask()).toMatchObject({ kind: 'read' });
    expect(await state()).toMatchObject({ etag: null, askedAt: null, nextAt: NOW });
    expect(await claimDue(store, LATER, { holder: 'other', until: LATER })).not.toBeNull();
  });

  test('a list that changes keeps what is known, and reads afresh where it says something new', async () => {
    answers.set('/feed', (response) => response.setHeader('etag', '"1"').end(feed('one')));
    answers.set('/old', (response) => response.end(feed('two')));
    await list('/feed', '/old');
    await ask();
    await ask('/old');
    await list('/new', '/feed');
    expect((await allSources(store)).map(({ name }) => name)).toEqual(['/new', '/feed']);
    expect(await state()).toMatchObject({ etag: '"1"', stories: 1 });
    const settings = { ...SETTINGS, section: 'world' };
    await syncSources(store, [{ address: `${origin}/feed`, name: '/feed', settings }], NOW);
    expect(await state()).toMatchObject({ etag: null, digest: null, stories: 1, nextAt: NOW });
    expect(await ask()).toMatchObject({ kind: 'read', stories: 0 });
  });
});

const BOMB = gzipSync(Buffer.alloc(60_000_000));
