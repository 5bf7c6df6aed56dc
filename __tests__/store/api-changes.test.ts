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
import { importStory } from '#lib/ingest/import-story.ts';
import { openNewsDesk } from '#lib/ingest/open-news-desk.ts';
import { articleInputSchema } from '#lib/model/article-input.ts';
import { findById } from '#lib/store/articles.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { type ApiNewsroom, apiNewsroom, revisionsOf, STORY } from './api-newsroom.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { pictureServer } from './picture-server.ts';

// Pictures take their time on a busy machine.
jest.setTimeout(60_000);

let pictures: Awaited<ReturnType<typeof pictureServer>>;

beforeAll(async () => {
  pictures = await pictureServer();
});

afterAll(() => pictures.close());

describe.each(ENGINES)('changes by the API on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;

  beforeEach(async () => {
    room = await apiNewsroom(await emptyDatabase());
    pictures.setUp(true);
  });

  afterEach(() => room.store.close());

  test('a change keeps everything else, its pictures and the earlier revision', async () => {
    const { body } = await room.post({
      ...STORY,
      image: { url: `${pictures.origin}/a.png`, alt: 'A ferry' },
      authors: [{ name: 'Mira', image: { url: `${pictures.origin}/m.png`, alt: 'Mira' } }],
      body: `<p>Text.</p><img src="${pictures.origin}/b.png" alt="B">`,
    });
    const { id } = body;
    const before = (await room.read(id)).body;
    pictures.setUp(false);
    const changed = await room.patch(id, {
      headline: 'Night ferries are back',
      correction: 'An earlier headline said that they return.',
    });
    expect(changed).toMatchObject({ status: 200, body: { id, state: 'published', warnings: [] } });
    const after = (await room.read(id)).body;
    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(after).toEqual({
      ...before,
      headline: 'Night ferries are back',
      updated: at,
      corrections: [{ at, text: 'An earlier headline said that they return.' }],
    });
    expect((await revisionsOf(room, id)).map(({ headline }) => headline)).toEqual([
      STORY.headline,
      'Night ferries are back',
    ]);
    const fixed = await room.patch(id, { image: { alt: 'A lit ferry' }, dateline: 'PORT MAREN' });
    expect(fixed.status).toBe(200);
    const last = (await room.read(id)).body;
    expect(last).toMatchObject({ dateline: 'PORT MAREN', image: { alt: 'A lit ferry' } });
    expect(last.updated).toBe(after.updated);
    expect((await room.patch(id, { dateline: null })).status).toBe(200);
    expect((await room.read(id)).body).not.toHaveProperty('dateline');
    expect((await room.patch(id, { dateline: null })).body).toMatchObject({ unchanged: true });
  });

  test('a change to text that readers have seen needs a note, or none on purpose', async () => {
    const { id } = (await room.post(STORY)).body;
    const refused = await room.patch(id, { body: '<p>Another text.</p>' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: '/correction' }] } });
    expect((await room.read(id)).body.body).toBe(STORY.body);
    expect((await room.patch(id, { body: '<p>Typo.</p>', correction: null })).status).toBe(200);
    const { body } = await room.read(id);
    expect(body).toMatchObject({ body: '<p>Typo.</p>', corrections: [] });
    expect(body.updated).toEqual(expect.any(String));

    const hidden = { ...STORY, sourceId: 'desk/2', embargoedUntil: '2999-01-01T00:00:00Z' };
    const embargoed = (await room.post(hidden)).body;
    const changed = await room.patch(embargoed.id, { headline: 'Later' });
    expect(changed).toMatchObject({ status: 200, body: { state: 'embargoed' } });
    const freed = await room.patch(embargoed.id, { embargoedUntil: null });
    expect(freed.body.state).toBe('published');
    expect((await room.read(embargoed.id)).body).not.toHaveProperty('updated');
  });

  test('a change is made safe like everything that comes in', async () => {
    const { id } = (await room.post(STORY)).body;
    const html = '<p>A<script>x()</script></p><img src=x onerror=x()>';
    await room.patch(id, { body: html, correction: 'Wrong text.' });
    expect((await room.read(id)).body.body).toBe('<p>A</p>');
  });

  test.each([
    ['a required field taken out', { headline: null }, '/headline'],
    ['a field that is none', { titel: 'x' }, '/titel'],
    ['another sourceId', { sourceId: 'desk/9' }, '/sourceId'],
    ['a note that is none', { correction: '' }, '/correction'],
    ['both texts', { bodyMarkdown: 'x', correction: 'x' }, '/body'],
  ])('a change with %s is refused', async (_, change, field) => {
    const { id } = (await room.post(STORY)).body;
    const { status, body } = await room.patch(id, change);
    expect({ status, field: body.errors?.[0].field }).toEqual({ status: 422, field });
    expect(await revisionsOf(room, id)).toHaveLength(1);
  });

  test('a change to the prototype changes nothing', async () => {
    const { id } = (await room.post(STORY)).body;
    const change = '{"__proto__": {"dateline": "A"}, "image": {"__proto__": {"url": "x"}}}';
    await room.patch(id, change);
    expect((await room.read(id)).body).not.toHaveProperty('dateline');
    expect({}).not.toHaveProperty('dateline');
  });

  test('a change for a revision that has gone by is refused', async () => {
    const { id } = (await room.post(STORY)).body;
    const etag = (await room.read(id)).response.headers.get('etag') ?? '';
    const ifMatch = (tag: string) => ({ headers: { 'if-match': tag } });
    expect((await room.patch(id, { dateline: 'A' }, ifMatch(etag))).status).toBe(200);
    expect((await room.patch(id, { dateline: 'B' }, ifMatch(etag))).status).toBe(412);
    const now = (await room.read(id)).response.headers.get('etag') ?? '';
    expect((await room.patch(id, { dateline: 'B' }, ifMatch(`W/${now}`))).status).toBe(200);
    expect((await room.patch(id, { dateline: 'C' }, ifMatch('*'))).status).toBe(200);
  });

  test('two changes at once are both made, or one is told to try again', async () => {
    const { id } = (await room.post(STORY)).body;
    const [one, other] = await Promise.all([
      room.patch(id, { dateline: 'PORT MAREN' }),
      room.patch(id, { agencies: ['AFP'] }),
    ]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect((await room.read(id)).body).toMatchObject({
      dateline: 'PORT MAREN',
      agencies: ['AFP'],
    });
  });

  test('what was changed here stays until its sender has another version; its note for good', async () => {
    const { id } = (await room.post(STORY)).body;
    await room.patch(id, { headline: 'Corrected', correction: 'It was wrong.' });
    expect((await room.post(STORY)).body).toMatchObject({ unchanged: true });
    expect((await room.read(id)).body.headline).toBe('Corrected');
    await room.post({ ...STORY, headline: 'Another version' });
    expect((await room.read(id)).body).toMatchObject({
      headline: 'Another version',
      corrections: [{ text: 'It was wrong.' }],
    });
  });

  test('a version that its sender made before a change here is not older than that', async () => {
    const found = (headline: string, updated: string) => ({
      place: 'wire',
      input: articleInputSchema.parse({ ...STORY, headline, updated }),
      pictures: null,
      warnings: [],
      isVersioned: true,
    });
    const desk = openNewsDesk(room.desk, room.token);
    const first = await importStory(desk, found('One', '2026-10-07T07:00:00Z'));
    const id = first.story?.id ?? '';
    await room.patch(id, { headline: 'Corrected', correction: 'It was wrong.' });
    const next = await importStory(desk, found('Two', '2026-10-07T08:00:00Z'));
    expect(next.outcome).toBe('changed');
    const old = await importStory(desk, found('Half', '2026-10-07T07:30:00Z'));
    expect(old.outcome).toBe('held');
    expect((await room.read(id)).body.headline).toBe('Two');
  });

  test('a story can be withdrawn, and the same again changes nothing', async () => {
    const { id } = (await room.post(STORY)).body;
    expect(await room.withdraw(id, '')).toMatchObject({
      status: 400,
      body: { errors: [{ field: '/reason' }] },
    });
    const inBody = { body: { reason: 'Names a minor' } };
    expect(await room.withdraw(id, '', inBody)).toMatchObject({ status: 204, body: null });
    expect((await room.withdraw(id)).status).toBe(204);
    expect((await findById(room.store, id))?.withdrawn_reason).toBe('Names a minor');
    expect((await room.list()).body.articles).toEqual([]);
    expect((await room.patch(id, { dateline: 'A' })).status).toBe(410);
    expect((await room.post({ ...STORY, headline: 'Back again' })).status).toBe(409);
    expect((await room.withdraw('none')).status).toBe(404);
    expect((await room.patch('none', {})).status).toBe(404);
    expect((await room.read('none')).status).toBe(404);
  });

  test('a story that is withdrawn while it is changed stays withdrawn', async () => {
    const { id } = (await room.post(STORY)).body;
    await withdrawArticle(room.store, id, 'Wrong.', EDITOR);
    expect((await room.patch(id, { dateline: 'A' })).status).toBe(410);
  });

  test('a story from before its source was kept says what to do', async () => {
    const { id } = (await room.post(STORY)).body;
    await room.store.db.deleteFrom('article_sources').execute();
    expect(await room.patch(id, { dateline: 'A' })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Send it once more') },
    });
  });
});
