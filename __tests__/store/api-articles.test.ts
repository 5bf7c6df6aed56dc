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
import { newestTeasers } from '#lib/store/article-lists.ts';
import { type ApiNewsroom, apiNewsroom, revisionsOf, SITE, STORY } from './api-newsroom.ts';
import { ENGINES } from './engines.ts';
import { pictureServer } from './picture-server.ts';

// Pictures take their time on a busy machine.
jest.setTimeout(60_000);

let pictures: Awaited<ReturnType<typeof pictureServer>>;

beforeAll(async () => {
  pictures = await pictureServer();
});

afterAll(() => pictures.close());

describe.each(ENGINES)('stories by the API on $engine', ({ emptyDatabase }) => {
  let room: ApiNewsroom;

  beforeEach(async () => {
    room = await apiNewsroom(await emptyDatabase());
    pictures.setUp(true);
  });

  afterEach(() => room.store.close());

  test('a story is new, unchanged the same again, and updated when it differs', async () => {
    const first = await room.post(STORY);
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      id: expect.any(String),
      url: `${SITE}/en/articles/night-ferries-return`,
      state: 'published',
      findings: expect.any(Array),
      warnings: [],
    });
    const { id } = first.body;
    expect(first.response.headers.get('location')).toBe(`/api/articles/${id}`);

    const again = await room.post(STORY);
    expect(again).toMatchObject({ status: 200, body: { id, unchanged: true } });
    const changed = await room.post({ ...STORY, headline: 'Night ferries are back' });
    expect(changed).toMatchObject({ status: 200, body: { id } });
    expect(changed.body).not.toHaveProperty('unchanged');
    expect((await room.read(id)).body.headline).toBe('Night ferries are back');
  });

  test('the same call many times at once makes one story', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => room.post(STORY)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(await newestTeasers(room.store, { lang: 'en', limit: 9 })).toHaveLength(1);
    expect(await revisionsOf(room, answers[0]?.body.id)).toHaveLength(1);
  });

  test('ninjs is known by its content, and its rules hold', async () => {
    const item = {
      uri: 'tag:agency.example,2026:1',
      type: 'text',
      pubStatus: 'usable',
      versionCreated: '2026-10-07T06:30:00Z',
      language: 'en',
      headlines: [{ role: 'main', value: 'Ferries by wire' }],
      bodies: [{ role: 'main', contentType: 'text/html', value: '<p>By wire.</p>' }],
    };
    const { status, body } = await room.post(item);
    expect(status).toBe(201);
    expect((await room.read(body.id)).body).toMatchObject({ headline: 'Ferries by wire' });

    const older = {
      ...item,
      versionCreated: '2026-10-07T06:00:00Z',
      headlines: [{ value: 'Old' }],
    };
    expect(await room.post(older)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('older') },
    });
    expect((await room.post({ ...item, uri: 'x:2', pubStatus: 'embargoed' })).status).toBe(422);

    const canceled = { ...item, pubStatus: 'canceled', versionCreated: '2026-10-07T07:00:00Z' };
    expect(await room.post(canceled)).toMatchObject({
      status: 200,
      body: { id: body.id, state: 'withdrawn' },
    });
    expect((await room.read(body.id)).status).toBe(410);
    expect((await room.post({ ...canceled, uri: 'x:3' })).status).toBe(404);
    expect(await room.post(item)).toMatchObject({ status: 409 });
  });

  test.each([
    ['nothing in it', {}, 'It is not a story', []],
    [
      'fields missing',
      { sourceId: 'a', headline: 'x', body: 'x' },
      'It has no “lang” and no “section” and no “published”',
      ['/lang', '/section', '/published'],
    ],
    ['a field that is none', { ...STORY, 'ti/tel~': 1 }, 'doesn’t know', ['/ti~1tel~0']],
    [
      'faults deep inside',
      { ...STORY, authors: [{ name: 'A' }, { name: '', image: {} }], topics: 'x' },
      'It has no “authors” (“authors.1.image.url”)',
      ['/topics', '/authors/1/name', '/authors/1/image/url'],
    ],
    ['no edition', { ...STORY, lang: 'fr' }, 'no edition for: “fr”', ['/lang']],
    ['a section without letters', { ...STORY, section: '!' }, 'has no letters', ['/section']],
    ['no text', { ...STORY, body: '<p> </p>' }, 'It has no text', ['/body']],
    ['two texts', { ...STORY, bodyMarkdown: 'x' }, 'give the text once', ['/body']],
    ['a list', [STORY], 'one story at a time', []],
    [
      'ninjs without a text',
      { uri: 'a:1', headline: 'x', versioncreated: '2026-10-07T06:30:00Z' },
      'It has no text',
      ['/bodies'],
    ],
    ['a picture', { uri: 'a:1', type: 'picture' }, 'It is a picture', ['/type']],
  ])('a story with %s is refused, and each field named', async (_, story, detail, fields) => {
    const { status, body, response } = await room.post(story);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        type: '/api/openapi.json#/x-problems/invalid-story',
        title: expect.any(String),
        status: 422,
        detail: expect.stringContaining(detail),
      },
    });
    const named = (body.errors ?? []) as { field: string; detail: string }[];
    expect(named.map(({ field }) => field)).toEqual(fields);
    for (const error of named) expect(error.detail).toMatch(/\S.*\.$/);
    expect(await newestTeasers(room.store, { lang: 'en', limit: 9 })).toEqual([]);
  });

  test('an address that another story asked for is a conflict', async () => {
    await room.post({ ...STORY, slug: 'ferries' });
    const { status, body } = await room.post({ ...STORY, sourceId: 'desk/2', slug: 'ferries' });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { field: '/slug', detail: expect.stringContaining('already the address of another story') },
    ]);
  });

  test('HTML is made safe and pictures are made ours', async () => {
    const { body } = await room.post({
      ...STORY,
      image: { url: `${pictures.origin}/a.png`, alt: 'A ferry', credit: 'J. C.' },
      body: `<p onclick="x()">Text.<script>x()</script></p><img src="${pictures.origin}/b.png" alt="B">`,
    });
    expect(body.warnings).toEqual([]);
    const story = (await room.read(body.id)).body;
    expect(story.body).toContain('<p>Text.</p>');
    expect(story.body).not.toMatch(/script|onclick|127\.0\.0\.1/);
    expect(story.image).toEqual({
      url: expect.stringMatching(/^https:\/\/news\.example\/media\/\w+-400\.webp$/),
      alt: 'A ferry',
      caption: '',
      credit: 'J. C.',
      width: 400,
      height: 300,
    });
  });

  test('a picture of this machine is not fetched', async () => {
    room.desk.config.fetchHosts = [];
    const { status, body } = await room.post({
      ...STORY,
      image: { url: `${pictures.origin}/a.png`, alt: 'A' },
    });
    expect(status).toBe(201);
    expect(body.warnings).toEqual([expect.stringContaining('was left out')]);
    const file = await room.post({ ...STORY, image: { url: '/etc/hostname', alt: 'A' } });
    expect(file.body.warnings).toEqual([expect.stringContaining('neither an http nor an https')]);
  });
});
