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
import { releaseEmbargoed } from '#lib/store/release.ts';
import { type ApiNewsroom, apiNewsroom, STORY } from './api-newsroom.ts';
import { ENGINES } from './engines.ts';
import { pictureServer } from './picture-server.ts';

// Pictures take their time on a busy machine.
jest.setTimeout(60_000);

let pictures: Awaited<ReturnType<typeof pictureServer>>;

beforeAll(async () => {
  pictures = await pictureServer();
});

afterAll(() => pictures.close());

describe.each(ENGINES)('what the API shows on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;

  beforeEach(async () => {
    room = await apiNewsroom(await emptyDatabase());
    pictures.setUp(true);
  });

  afterEach(() => room.store.close());

  test('an embargoed story is taken, and nowhere before its instant', async () => {
    const { status, body } = await room.post({ ...STORY, embargoedUntil: '2999-01-01T00:00:00Z' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { state: 'embargoed', reason: 'It is stored and appears at 2999-01-01T00:00:00.000Z.' },
    });
    expect((await room.read(body.id)).status).toBe(404);
    expect((await room.list()).body.articles).toEqual([]);
    await releaseEmbargoed(room.store, '2999-01-01T00:00:00.000Z');
    expect((await room.read(body.id)).status).toBe(200);
    expect((await room.list()).body.articles).toHaveLength(1);
  });

  test('by a token that holds, a story with a serious finding waits, and is in no answer', async () => {
    const { secret } = await room.newToken(['publish'], true);
    const wordless = {
      ...STORY,
      image: { url: `${pictures.origin}/a.png`, alt: '' },
      body: '<p>Text. <a href="https://x.example">click here</a></p>',
    };
    const first = await room.post(wordless, { token: secret });
    expect(first).toMatchObject({ status: 201, body: { state: 'held' } });
    expect(first.body.reason).toEqual(expect.any(String));
    expect(first.body.findings).toContainEqual(expect.objectContaining({ severity: 'serious' }));
    const { id } = first.body;
    expect((await room.read(id)).status).toBe(404);
    expect((await room.list()).body.articles).toEqual([]);
    expect(await room.post(wordless, { token: secret })).toMatchObject({
      status: 200,
      body: { id, state: 'held', unchanged: true },
    });
    const whole = {
      ...wordless,
      image: { url: `${pictures.origin}/a.png`, alt: 'A lit ferry' },
      body: STORY.body,
    };
    expect(await room.post(whole, { token: secret })).toMatchObject({
      status: 200,
      body: { id, state: 'published' },
    });
    const worse = await room.post(wordless, { token: secret });
    expect(worse).toMatchObject({ status: 200, body: { id, state: 'published' } });
    expect(worse.body.reason).toEqual(expect.any(String));
    expect((await room.read(id)).body.image.alt).toBe('A lit ferry');
  });

  test('what is read is public, in the words of the article JSON, and is asked for each time', async () => {
    const { body } = await room.post({
      ...STORY,
      standfirst: 'Two boats.',
      topics: ['Sea transport'],
      authors: [{ name: 'Mira Solheim', description: 'Reports.' }],
    });
    const first = await room.read(body.id);
    expect(first.body).toEqual({
      id: body.id,
      url: body.url,
      sourceId: STORY.sourceId,
      lang: 'en',
      slug: 'night-ferries-return',
      headline: STORY.headline,
      standfirst: 'Two boats.',
      section: 'region',
      topics: ['Sea transport'],
      authors: [{ name: 'Mira Solheim', description: 'Reports.' }],
      agencies: [],
      published: '2026-10-07T06:30:00.000Z',
      body: STORY.body,
      corrections: [],
    });
    const { headers } = first.response;
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const etag = headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await room.read(body.id, { headers: { 'if-none-match': tag } });
      expect({ status: again.status, body: again.body }).toEqual({ status: 304, body: null });
    }
    await room.post({ ...STORY, headline: 'Changed' });
    expect((await room.read(body.id, { headers: { 'if-none-match': etag } })).status).toBe(200);
    await room.withdraw(body.id);
    const gone = await room.read(body.id, { headers: { 'if-none-match': etag } });
    expect(gone.status).toBe(410);
    expect(gone.response.headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify(gone.body)).not.toContain('Wrong.');
  });

  test('a list goes on where it ended, whatever comes in meanwhile', async () => {
    // All at one instant: the order must not depend on the time alone.
    for (let index = 0; index < 45; index += 1) {
      await room.post({ ...STORY, sourceId: `desk/${index}`, slug: `s${index}` });
    }
    await room.post({ ...STORY, sourceId: 'desk/fa', lang: 'fa' });
    await room.post({ ...STORY, sourceId: 'desk/w', slug: 'w', section: 'Night Life' });
    const seen: string[] = [];
    let next: string | null = '/api/articles?lang=en&section=region';
    let pages = 0;
    while (next) {
      const { body, response } = await room.list(next.replace('/api/articles', ''));
      expect(response.headers.get('link')).toBe(body.next && `<${body.next}>; rel="next"`);
      seen.push(...body.articles.map(({ slug }: { slug: string }) => slug));
      next = body.next;
      pages += 1;
      await room.post({
        ...STORY,
        sourceId: `new/${pages}`,
        slug: `new-${pages}`,
        published: '2026-12-01T00:00:00Z',
      });
    }
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(45);
    expect(seen).toHaveLength(45);
    const other = await room.list('?section=night-life');
    expect(other.body.articles.map(({ slug }: { slug: string }) => slug)).toEqual(['w']);
  });

  test('the name of a story from a feed, which may hold a secret address, is not told', async () => {
    const sourceId = 'feed:https://wire.example/feed?key=secret#1';
    const { body } = await room.post({ ...STORY, sourceId });
    expect((await room.read(body.id)).body).not.toHaveProperty('sourceId');
    expect(JSON.stringify((await room.list()).body)).not.toContain('secret');
  });

  test.each([
    ['?lang=xx', 'lang'],
    ['?sectoin=world', 'sectoin'],
    ['?after=x', 'after'],
    ['?after=WzEsMl0', 'after'],
    [`?section=${'x'.repeat(201)}`, 'section'],
  ])('the query %s is refused by name', async (query, parameter) => {
    const { status, body } = await room.list(query);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ parameter, detail: expect.stringMatching(/\.$/) }]);
  });
});
