import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { authenticate } from '#lib/api/authenticate.ts';
import { PROBLEMS } from '#lib/api/problem.ts';
import { LARGEST_BODY } from '#lib/api/read-json.ts';
import { rateLimit } from '#lib/limits/rate-limit.ts';
import { revokeToken } from '#lib/store/tokens.ts';
import { type ApiNewsroom, apiNewsroom, SITE, STORY } from './api-newsroom.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('who may call the API on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;

  beforeEach(async () => {
    // What is refused is told there: audit-log.test.ts.
    jest.spyOn(console, 'log').mockImplementation(() => {});
    room = await apiNewsroom(await emptyDatabase());
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await room.store.close();
  });

  const everyWrite = (token: string | null) => [
    room.post(STORY, { token }),
    room.patch('x', {}, { token }),
    room.withdraw('x', '?reason=x', { token }),
  ];

  test('without a token nothing is written, and it is said how to send one', async () => {
    for (const { status, body, response } of await Promise.all(everyWrite(null))) {
      expect(status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Lede"');
      expect(body.detail).toContain('Authorization: Bearer');
    }
  });

  test('a token that does not hold is told from none', async () => {
    const wrong = room.secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const token of ['x', wrong, '']) {
      for (const { status, response } of await Promise.all(everyWrite(token))) {
        expect(status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe(
          'Bearer realm="Lede", error="invalid_token"',
        );
      }
    }
  });

  test('a revoked token is refused with the next call', async () => {
    expect((await room.post(STORY)).status).toBe(201);
    await revokeToken(room.store, room.token.id, EDITOR);
    expect((await room.post({ ...STORY, headline: 'After' })).status).toBe(401);
  });

  test('a token may do what its scopes say and nothing else', async () => {
    const { secret } = await room.newToken(['alerts']);
    for (const { status, response } of await Promise.all(everyWrite(secret))) {
      expect(status).toBe(403);
      expect(response.headers.get('www-authenticate')).toBe(
        'Bearer realm="Lede", error="insufficient_scope", scope="publish"',
      );
    }
  });

  test.each([
    ['in the address', (secret: string) => ({ address: `?access_token=${secret}`, headers: {} })],
    [
      'by another scheme',
      (secret: string) => ({ address: '', headers: { authorization: `Basic ${secret}` } }),
    ],
    ['in a cookie', (secret: string) => ({ address: '', headers: { cookie: `token=${secret}` } })],
  ])('a token %s is none', async (_, place) => {
    const { address, headers } = place(room.secret);
    const given = { token: null, headers, body: { reason: 'x' } };
    const call = room.withdraw('x', address, given);
    expect((await call).status).toBe(401);
  });

  test('a token is let in though the store can’t be written', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => {});
    const tokens = room.store.db.schema.alterTable('tokens');
    await tokens.renameColumn('last_used', 'gone').execute();
    const headers = { authorization: `Bearer ${room.secret}` };
    const token = await authenticate(room.desk, new Request(SITE, { headers })).finally(() =>
      tokens.renameColumn('gone', 'last_used').execute(),
    );
    expect(token.id).toBe(room.token.id);
    expect(error.mock.calls).toEqual([['The use of a token was not noted:', expect.anything()]]);
  });

  test('any case of the scheme will do', async () => {
    const headers = { authorization: `bEARER  ${room.secret}` };
    expect((await room.post(STORY, { token: null, headers })).status).toBe(201);
  });

  test('too many calls are told when to come back; another token is not touched', async () => {
    room.desk.limits.calls = rateLimit({ burst: 2, perSecond: 0.1 });
    expect((await room.post(STORY)).status).toBe(201);
    expect((await room.post(STORY)).status).toBe(200);
    const { status, response } = await room.post(STORY);
    expect(status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(5);
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    const { secret } = await room.newToken();
    expect((await room.post(STORY, { token: secret })).status).toBe(200);
  });

  test('tokens that don’t hold are limited by address, and never one that holds', async () => {
    room.desk.limits.failures = rateLimit({ burst: 1, perSecond: 0.1 });
    const from = (address: string, token = 'x') =>
      room.post(STORY, { token, headers: { 'x-forwarded-for': address } });
    expect((await from('10.0.0.1')).status).toBe(401);
    const { status, response } = await from('10.9.9.9, 10.0.0.1');
    expect(status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('10');
    expect((await from('10.0.0.2')).status).toBe(401);
    expect((await from('10.0.0.1', room.secret)).status).toBe(201);
  });

  test('only what is not the caller’s fault is called a failure, without its details', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    await room.store.db.schema.dropTable('article_sources').execute();
    await room.store.db.schema.dropTable('sessions').execute();
    await room.store.db.schema.dropTable('tokens').execute();
    const { status, body } = await room.post(STORY);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/tokens|table|relation/);
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
    room = await apiNewsroom(await ENGINES[0].newDatabase());
  });
});

describe('what the API takes in', () => {
  let room: ApiNewsroom;

  beforeEach(async () => {
    room = await apiNewsroom('file::memory:');
  });

  afterEach(() => room.store.close());

  test.each([
    ['{"headline": }', 'line 1, column 14'],
    ['{\n  "headline": "a"\n  "lang": "en"\n}', 'line 3, column 3'],
    ['{"headline": "a\n"}', 'line 1, column 16'],
    ['[1,]', 'line 1, column 4'],
    ['<rss/>', 'line 1, column 1'],
    ['{', 'line 1, column'],
  ])('what is not JSON is told with its place: %j', async (text, place) => {
    const { status, body } = await room.post(text);
    expect(status).toBe(400);
    expect(body.detail).toContain(place);
  });

  test('lists without end inside each other are no failure of Lede', async () => {
    expect((await room.post('['.repeat(100_000))).status).toBe(400);
    const deep = `${'{"image":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect((await room.post(`{"headline": "x", "image": ${deep}}`)).status).toBe(422);
    const { id } = (await room.post(STORY)).body;
    expect((await room.patch(id, `{"image": ${deep}}`)).status).toBe(422);
  });

  test.each([
    ['nothing', ''],
    ['bytes that are not UTF-8', '\xff'],
  ])('%s is refused', async (_, text) => {
    const bytes = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(text, 'latin1'));
        controller.close();
      },
    });
    expect((await room.post(bytes)).status).toBe(400);
  });

  test.each([
    ['no type', { 'content-type': '' }, {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, {}],
    ['XML', { 'content-type': 'application/xml' }, {}],
    ['a packed body', { 'content-encoding': 'gzip' }, { 'accept-encoding': 'identity' }],
  ])('%s is refused, and it is said what is taken', async (_, headers, said) => {
    const { status, response } = await room.post(JSON.stringify(STORY), { headers });
    expect(status).toBe(415);
    expect(Object.fromEntries(response.headers)).toMatchObject(said);
    const patched = await room.patch('x', '{}', { headers });
    expect(patched.status).toBe(415);
  });

  test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/ninjs+json'])(
    'a story comes as %s',
    async (type) => {
      const { status } = await room.post(STORY, { headers: { 'content-type': type } });
      expect(status).toBe(201);
    },
  );

  test('a body that says it is too large is not read at all', async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true;
          controller.enqueue(Buffer.alloc(10));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-length': String(LARGEST_BODY + 1) };
    const { status, response } = await room.post(body, { headers });
    expect({ status, isRead }).toEqual({ status: 413, isRead: false });
    expect(response.headers.get('connection')).toBe('close');
  });

  test('a body without a length is read up to the limit, and not cut off before the answer', async () => {
    let sent = 0;
    let isCanceled = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          sent += 100_000;
          controller.enqueue(Buffer.alloc(100_000, ' '));
        },
        cancel() {
          isCanceled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const { status, body: problem } = await room.post(body);
    expect({ status, isCanceled }).toEqual({ status: 413, isCanceled: false });
    expect(problem.detail).toBe('The limit is 2 MB.');
    expect(sent).toBeLessThanOrEqual(LARGEST_BODY + 200_000);
  });

  test('a long story within the limit is taken', async () => {
    const paragraph = `<p>${'The ferry left on Thursday. '.repeat(20)}</p>`;
    const body = paragraph.repeat(Math.floor(1_900_000 / paragraph.length));
    expect((await room.post({ ...STORY, body })).status).toBe(201);
  }, 30_000);

  test('each kind of problem has its own words', () => {
    const titles = Object.values(PROBLEMS).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('a rate fills up again with time, and is forgotten for those who call seldom', () => {
  const clock = jest.spyOn(performance, 'now');
  const limit = rateLimit({ burst: 3, perSecond: 2 });
  const takeAt = (seconds: number, key = 'a') => {
    clock.mockReturnValue(seconds * 1000);
    return limit.take(key);
  };
  expect([takeAt(0), takeAt(0), takeAt(0), takeAt(0)]).toEqual([0, 0, 0, 1]);
  expect(takeAt(0.4)).toBe(1);
  expect(takeAt(0.5)).toBe(0);
  expect([takeAt(100), takeAt(100), takeAt(100), takeAt(100)]).toEqual([0, 0, 0, 1]);
  for (let index = 0; index < 20_000; index += 1) takeAt(100, `other ${index}`);
  expect(takeAt(100)).toBe(0);
  clock.mockRestore();
});
