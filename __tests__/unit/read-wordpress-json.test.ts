import { expect, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { isStory } from '#lib/ingest/reading.ts';

const ERROR = { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } };

const POST = {
  id: 12,
  date_gmt: '2026-10-07T14:05:00',
  modified_gmt: '2026-10-07T15:00:00',
  slug: 'ferries',
  status: 'publish',
  type: 'post',
  link: 'https://news.example.org/ferries',
  title: { rendered: 'Ferries &#8211; &#8220;again&#8221;' },
  content: { rendered: '<p>The boat came in.</p>', protected: false },
  excerpt: { rendered: '<p>Two boats</p>\n' },
  _links: { self: [{ href: 'https://news.example.org/site/wp-json/wp/v2/posts/12' }] },
  _embedded: {
    author: [{ name: 'Ann &amp; Co', description: 'Reports.' }],
    'wp:featuredmedia': [
      {
        alt_text: 'A ferry',
        caption: { rendered: '<p>At dawn</p>' },
        source_url: 'https://e.org/a-scaled.jpg',
        media_details: {
          width: 2560,
          height: 1440,
          image_meta: { credit: 'J. C.' },
          sizes: {
            thumbnail: { source_url: 'https://e.org/a-150.jpg', width: 150, height: 150 },
            full: { source_url: 'https://e.org/a.jpg', width: 2560, height: 1440 },
          },
        },
      },
    ],
    'wp:term': [
      [{ name: 'Region', taxonomy: 'category' }],
      [{ name: 'Bar &amp; Baz', taxonomy: 'post_tag' }],
    ],
  },
};

function read(content: unknown) {
  const document = {
    place: 'p.json',
    fileName: 'p.json',
    text: JSON.stringify(content),
    pictures: null,
  };
  return readDocument(document, { edition: 'en' });
}

function readOne(changes: object) {
  const [reading] = read({ ...POST, ...changes });
  if (!reading || !isStory(reading)) throw new Error(reading?.reason);
  return reading.input;
}

test('a post with what is embedded', () => {
  expect(readOne({})).toEqual({
    sourceId: 'wordpress:news.example.org/site/12',
    lang: 'en',
    slug: 'ferries',
    headline: 'Ferries – “again”',
    standfirst: 'Two boats',
    section: 'Region',
    topics: ['Bar & Baz'],
    authors: [{ name: 'Ann & Co', description: 'Reports.' }],
    agencies: [],
    published: '2026-10-07T14:05:00.000Z',
    updated: '2026-10-07T15:00:00.000Z',
    image: {
      url: 'https://e.org/a-scaled.jpg',
      alt: 'A ferry',
      caption: 'At dawn',
      credit: 'J. C.',
    },
    body: '<p>The boat came in.</p>',
    corrections: [],
  });
});

test.each([
  ['nothing embedded', { _embedded: undefined }],
  [
    'errors in place of everything',
    { _embedded: { author: [ERROR], 'wp:featuredmedia': [ERROR], 'wp:term': [ERROR, [ERROR]] } },
  ],
  [
    'things of the wrong kind',
    { _embedded: { author: 'Ann', 'wp:featuredmedia': [null, 3], 'wp:term': {} } },
  ],
])('%s: the story comes without', (_, changes) => {
  const input = readOne(changes);
  expect(input).toMatchObject({ authors: [], topics: [], section: 'news' });
  expect(input.image).toBeUndefined();
});

test.each([
  [
    'the largest size',
    {
      media_details: {
        width: 10,
        height: 10,
        sizes: { large: { source_url: 'https://e.org/l.jpg', width: 1024, height: 600 } },
      },
    },
    'https://e.org/l.jpg',
  ],
  ['the original where no size is told', { media_details: {} }, 'https://e.org/a-scaled.jpg'],
])('the picture: %s', (_, changes, url) => {
  const [media] = POST._embedded['wp:featuredmedia'];
  const _embedded = { 'wp:featuredmedia': [{ ...media, ...changes }] };
  expect(readOne({ _embedded }).image?.url).toBe(url);
});

test.each([
  [
    'its number in the guid',
    { _links: {}, guid: { rendered: 'https://old.example.org/?p=12' } },
    'wordpress:old.example.org/12',
  ],
  ['its address', { _links: {} }, 'wordpress:news.example.org/12'],
  [
    'the API without pretty addresses',
    {
      _links: { self: [{ href: 'https://news.example.org/index.php?rest_route=/wp/v2/posts/12' }] },
    },
    'wordpress:news.example.org/12',
  ],
])('the site is known by %s', (_, changes, sourceId) => {
  expect(readOne(changes).sourceId).toBe(sourceId);
});

test('an excerpt that WordPress cut from the text is none', () => {
  const excerpt = { rendered: '<p>The boat [&hellip;]</p>' };
  expect(readOne({ excerpt }).standfirst).toBeUndefined();
});

test.each([
  ['a page', { ...POST, type: 'page' }, 'held', 'It is a page of the site, not a story.'],
  [
    'behind a password',
    { ...POST, content: { rendered: '', protected: true } },
    'held',
    'It is protected by a password.',
  ],
  ['a draft', { ...POST, status: 'draft' }, 'held', 'It is a draft.'],
  ['an error', ERROR, 'failed', 'WordPress answered with an error: Invalid user ID.'],
  [
    'an author',
    { id: 3, name: 'Ann', slug: 'ann', link: 'https://e.org/ann', _links: {} },
    'failed',
    'It is an author, a category or a tag of a WordPress site, not a post.',
  ],
  [
    'a post without its text',
    { id: 3, type: 'post', link: 'https://e.org/a' },
    'failed',
    'It is a post of a WordPress site without its title and text. Ask for whole posts (…/wp-json/wp/v2/posts?_embed).',
  ],
])('%s is reported', (_, content, outcome, reason) => {
  expect(read(content)).toEqual([{ place: 'p.json', outcome, reason }]);
});

test('a list: one that is no story does not spoil the others', () => {
  const readings = read([{ ...POST, type: 'page' }, POST, 'x']);
  expect(readings.map(isStory)).toEqual([false, true, false]);
  expect(readings.map(({ place }) => place)).toEqual([
    'p.json, post 1',
    'p.json, post 2',
    'p.json, post 3',
  ]);
});
