import { expect, test } from '@jest/globals';
import { isStory, type Reading } from '#lib/ingest/reading.ts';
import { isWxr, readWxr } from '#lib/ingest/wordpress/read-wxr.ts';

const NAMESPACES =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"';

const SITE = `<language>en-US</language><wp:base_blog_url>https://news.example.org/site/</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>`;

const FIELDS: Record<string, string> = {
  title: 'Ferries &amp; more',
  'dc:creator': 'ann',
  'content:encoded': '<![CDATA[The boat came in.\n\nIt left again.]]>',
  'excerpt:encoded': 'Two boats',
  'wp:post_id': '12',
  'wp:post_date_gmt': '2026-10-07 14:05:00',
  'wp:post_modified_gmt': '2026-10-07 14:05:00',
  'wp:post_name': 'ferries',
  'wp:status': 'publish',
  'wp:post_type': 'post',
};

/** An entry of an export; fields that are given replace those of an everyday post. */
function item(fields: Record<string, string> = {}, more = ''): string {
  const all = Object.entries({ ...FIELDS, ...fields });
  return `<item>${all.map(([name, value]) => `<${name}>${value}</${name}>`).join('')}${more}</item>`;
}

function wxr(items: string, site = SITE): string {
  return `<?xml version="1.0"?><rss ${NAMESPACES}><channel>${site}${items}</channel></rss>`;
}

/** Reads an export that comes in pieces of a few characters, so that borders fall everywhere. */
async function read(text: string, defaults = {}): Promise<Reading[]> {
  const open = () => text.match(/.{1,7}/gs) ?? [];
  const readings: Reading[] = [];
  for await (const reading of readWxr(
    { place: 'e.xml', pictures: null, open },
    { edition: 'en', ...defaults },
  )) {
    readings.push(reading);
  }
  return readings;
}

async function readOne(fields: Record<string, string> = {}, more = '', defaults = {}) {
  const [reading] = await read(wxr(item(fields, more)), defaults);
  if (!reading || !isStory(reading)) throw new Error(reading?.reason);
  return reading.input;
}

test('a post is a story', async () => {
  const terms =
    '<category domain="category" nicename="region">Region</category><category domain="post_tag" nicename="boats">Boats</category><category>Region</category>';
  expect(await readOne({}, terms)).toEqual({
    sourceId: 'wordpress:news.example.org/site/12',
    lang: 'en',
    slug: 'ferries',
    headline: 'Ferries & more',
    standfirst: 'Two boats',
    section: 'Region',
    topics: ['Boats'],
    authors: [{ name: 'Ann Lee' }],
    agencies: [],
    published: '2026-10-07T14:05:00.000Z',
    body: '<p>The boat came in.</p><p>It left again.</p>',
    corrections: [],
  });
});

test.each([
  [
    'a change',
    { 'wp:post_modified_gmt': '2026-10-08 09:00:00' },
    { updated: '2026-10-08T09:00:00.000Z' },
  ],
  [
    'a date that was never set',
    { 'wp:post_date_gmt': '0000-00-00 00:00:00', pubDate: 'Wed, 07 Oct 2026 14:05:00 +0200' },
    { published: '2026-10-07T12:05:00.000Z' },
  ],
  [
    'the local date where there is no other',
    { 'wp:post_date_gmt': '0000-00-00 00:00:00', 'wp:post_date': '2026-10-07 16:05:00' },
    { published: '2026-10-07T16:05:00.000Z' },
  ],
  [
    'a slug in another script',
    { 'wp:post_name': '%d9%82%d8%a7%db%8c%d9%82-%d9%87%d8%a7' },
    { slug: 'قایق-ها' },
  ],
  ['a login without a name', { 'dc:creator': 'bob' }, { authors: [{ name: 'bob' }] }],
  ['a login that is an address', { 'dc:creator': 'bob@example.org' }, { authors: [] }],
  [
    'an excerpt that repeats the text',
    { 'excerpt:encoded': 'The boat came in.' },
    { standfirst: undefined },
  ],
  [
    'a post that is scheduled',
    { 'wp:status': 'future', 'wp:post_date_gmt': '2999-01-01 00:00:00' },
    { embargoedUntil: '2999-01-01T00:00:00.000Z' },
  ],
  [
    'markup in the title',
    { title: '<![CDATA[The <em>boat</em> &#8211; again]]>' },
    { headline: 'The boat – again' },
  ],
])('%s', async (_, fields, expected) => {
  expect(await readOne(fields)).toMatchObject(expected);
});

test('authors of Co-Authors Plus, each once', async () => {
  const terms = ['Ann Lee', 'Bob Ray', 'Ann Lee'].map(
    (name) => `<category domain="author">${name}</category>`,
  );
  const { authors } = await readOne({}, terms.join(''));
  expect(authors).toEqual([{ name: 'Ann Lee' }, { name: 'Bob Ray' }]);
});

test.each([
  ['before', (post: string, picture: string) => picture + post],
  ['behind', (post: string, picture: string) => post + picture],
])('a picture that stands %s its post is found', async (_, order) => {
  const meta = (key: string, value: string) =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
  const picture = item(
    {
      'wp:post_id': '7',
      'wp:post_type': 'attachment',
      'wp:attachment_url': 'https://e.org/a.jpg?w=1&h=2',
      'excerpt:encoded': 'At dawn',
    },
    meta('_wp_attachment_image_alt', 'A ferry'),
  );
  const [reading] = await read(wxr(order(item({}, meta('_thumbnail_id', '7')), picture)));
  expect(reading).toMatchObject({
    input: { image: { url: 'https://e.org/a.jpg?w=1&h=2', alt: 'A ferry', caption: 'At dawn' } },
  });
});

test.each([
  ['a draft', { 'wp:status': 'draft' }, 'held', 'It is a draft.'],
  ['one that waits', { 'wp:status': 'pending' }, 'held', 'It waits for review.'],
  ['a private one', { 'wp:status': 'private' }, 'held', 'It is private.'],
  ['one thrown away', { 'wp:status': 'trash' }, 'held', 'It is in the trash.'],
  ['one behind a password', { 'wp:post_password': 'x' }, 'held', 'It is protected by a password.'],
  ['a page', { 'wp:post_type': 'page' }, 'held', 'It is a page of the site, not a story.'],
  ['another kind', { 'wp:post_type': 'recipe' }, 'held', 'It is of the type “recipe”, not a post.'],
  ['one without a title', { title: '' }, 'failed', 'It has no title. Every story needs one.'],
  ['one without a text', { 'content:encoded': '' }, 'failed', 'It has no text.'],
  [
    'one nested too deeply',
    { 'content:encoded': `<![CDATA[${'<b>'.repeat(20_000)}x]]>` },
    'failed',
    'Its text is nested too deeply to be read.',
  ],
])('%s is reported', async (_, fields, outcome, reason) => {
  const readings = await read(wxr(item(fields) + item({ 'wp:post_id': '13' })));
  expect(readings[0]).toEqual({ place: 'e.xml, post 12', outcome, reason });
  expect(readings.map(isStory)).toEqual([false, true]);
});

test('menus, pictures and templates are no posts, and no news', async () => {
  const furniture = ['nav_menu_item', 'attachment', 'wp_template', 'revision'];
  const items = furniture.map((type) => item({ 'wp:post_type': type })).join('');
  expect(await read(wxr(items))).toEqual([
    { place: 'e.xml', outcome: 'failed', reason: 'It is a WordPress export without posts.' },
  ]);
});

test('of an export that breaks off what came before is read', async () => {
  const [story, end] = await read(wxr(item()).slice(0, -15));
  expect(story && isStory(story)).toBe(true);
  const reason = 'The export breaks off, or is not well-formed. One post before that was read.';
  expect(end).toEqual({ place: 'e.xml', outcome: 'failed', reason });
});

test('an export that is nested to fill the memory is refused', async () => {
  const reason = 'Its elements are nested too deeply. 0 posts before that were read.';
  expect(await read(wxr(item() + '<x>'.repeat(1000)))).toEqual([
    { place: 'e.xml', outcome: 'failed', reason },
  ]);
});

test('entities that the export declares are not expanded', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
  const text = wxr(item({ title: 'T &b; &f;' })).replace('?>', `?>${bomb}`);
  const [reading] = await read(text);
  expect(JSON.stringify(reading)).not.toMatch(/aaaa|root:/);
});

test('the command line gives what a site does not say', async () => {
  const [reading] = await read(wxr(item(), SITE.replace(/<language>.*?<\/language>/, '')), {
    lang: 'fa',
    section: 'world',
  });
  expect(reading).toMatchObject({ input: { lang: 'fa', section: 'world' } });
});

test('an export is known by its namespace', () => {
  expect(isWxr(wxr(''))).toBe(true);
  expect(isWxr('<rss version="2.0"><channel></channel></rss>')).toBe(false);
});
