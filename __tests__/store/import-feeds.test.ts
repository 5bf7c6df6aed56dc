import { afterEach, expect, test } from '@jest/globals';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { closeNewsrooms, newsroom } from './newsroom.ts';

afterEach(closeNewsrooms);

function rss(items: string[], site = 'https://news.example.org/'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>News</title><link>${site}</link><language>en</language>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
}

const DATE = '<pubDate>Wed, 07 Oct 2026 06:30:00 GMT</pubDate>';

test('an entry without a date keeps the one that it was given, and is unchanged', async () => {
  const undated = '<guid>urn:n:1</guid><title>Ferries</title><description>Text.</description>';
  const { run, stored, store, write } = await newsroom({ 'a.xml': rss([undated]) });
  expect((await run()).counts).toMatchObject({ new: 1 });
  const { published } = await stored('ferries');
  const before = await newestChange(store);
  expect((await run()).counts).toMatchObject({ unchanged: 1, changed: 0 });
  expect((await run(undefined, { isDryRun: true })).counts).toMatchObject({ unchanged: 1 });
  expect(await changesAfter(store, before, 10)).toEqual([]);

  write('a.xml', rss([undated.replace('Text.', 'Other text.')]));
  expect((await run()).counts).toMatchObject({ changed: 1 });
  expect(await stored('ferries')).toMatchObject({ published, body: '<p>Other text.</p>' });
});

test('a date of the feed that moves with each answer moves no story', async () => {
  const feed = (minute: number) =>
    rss(['<guid>urn:n:1</guid><title>Ferries</title><description>Text.</description>']).replace(
      '<item>',
      `<lastBuildDate>Wed, 07 Oct 2026 06:${minute}:00 GMT</lastBuildDate><item>`,
    );
  const { run, stored, write } = await newsroom({ 'a.xml': feed(30) });
  await run();
  write('a.xml', feed(45));
  expect((await run()).counts).toMatchObject({ unchanged: 1 });
  expect((await stored('ferries')).published).toBe('2026-10-07T06:30:00.000Z');
});

test('recurring headlines have addresses of their own, and keep them', async () => {
  const weather = (id: string, title = 'Weather', text = `Rain ${id}.`) =>
    `<guid>urn:n:${id}</guid>${DATE}<title>${title}</title><description>${text}</description>`;
  const { run, stored, write, store } = await newsroom({
    'a.xml': rss([weather('1'), weather('2'), weather('3'), weather('4', '★ ★ ★')]),
  });
  expect((await run()).counts).toMatchObject({ new: 4, failed: 0 });
  const first = await stored('weather');
  expect(first.body).toBe('<p>Rain 1.</p>');
  expect((await stored('weather-2026-10-07')).body).toBe('<p>Rain 2.</p>');
  const addresses = async () => {
    const rows = await store.db.selectFrom('articles').select(['source_id', 'slug']).execute();
    return Object.fromEntries(rows.map(({ source_id, slug }) => [source_id, slug]));
  };
  const before = await addresses();
  expect(before['feed:urn:n:3']).toMatch(/^weather-2026-10-07-[0-9a-f]{8}$/);
  expect(before['feed:urn:n:4']).toMatch(/^2026-10-07-[0-9a-f]{8}$/);
  expect((await run()).counts).toMatchObject({ unchanged: 4 });

  write('a.xml', rss([weather('3'), weather('2', 'Storm'), weather('1', 'Sun')].reverse()));
  const { counts, stories } = await run();
  expect(counts).toMatchObject({ changed: 2, unchanged: 1 });
  expect(stories.map(({ story }) => story?.slug)).toEqual([
    'weather',
    'weather-2026-10-07',
    before['feed:urn:n:3'],
  ]);
  expect(await addresses()).toEqual(before);
  expect(await stored('weather')).toMatchObject({ headline: 'Sun', id: first.id });
});

test('a story that stands in two feeds is one, and does not change with each import', async () => {
  const item = (category: string) =>
    `<guid>https://news.example.org/a</guid>${DATE}<category>${category}</category>
    <title>Ferries</title><description>Text.</description>`;
  const { run, stored } = await newsroom({
    '1-world.xml': rss([item('World')], 'https://news.example.org/world'),
    '2-economy.xml': rss([item('Economy')], 'https://news.example.org/economy'),
  });
  expect((await run()).counts).toMatchObject({ new: 1, unchanged: 1, failed: 0 });
  expect((await run()).counts).toMatchObject({ unchanged: 2 });
  expect(await stored('ferries')).toMatchObject({ revision: 1, section: { slug: 'world' } });
});

test('a version of an entry that is dated before what is here is left', async () => {
  const atom = (hour: number) => `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <id>urn:n</id><title>News</title><entry><id>urn:n:1</id><title>Ferries</title>
    <published>2026-10-07T06:00:00Z</published><updated>2026-10-07T0${hour}:00:00Z</updated>
    <content type="text">Version of ${hour}.</content></entry></feed>`;
  const { run, stored, write } = await newsroom({ 'a.xml': atom(8) });
  await run();
  write('a.xml', atom(7));
  const { stories } = await run();
  expect(stories).toMatchObject([
    { outcome: 'held', reason: 'It is older than what is here, which is left as it is.' },
  ]);
  expect((await stored('ferries')).body).toBe('<p>Version of 8.</p>');
});

/** One post of WordPress as its site sends it: in the feed, in the export, by the REST API. */
const POST = {
  feed: rss(
    [
      `<title>Ferries return</title><link>https://site.example.org/2026/10/07/night-ferries/</link>
      ${DATE}<guid isPermaLink="false">https://site.example.org/?p=123</guid>
      <description><![CDATA[<p>Two boats […]</p>]]></description>`,
    ],
    'https://site.example.org',
  ),
  export: (modified = '06:30:00') => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Site</title><link>https://site.example.org</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://site.example.org</wp:base_blog_url>
<item><title>Ferries return</title><link>https://site.example.org/2026/10/07/night-ferries/</link>
${DATE}<dc:creator>ann</dc:creator><guid isPermaLink="false">https://site.example.org/?p=123</guid>
<content:encoded><![CDATA[<p>Two boats, four nights a week. The rest of the story.</p>]]></content:encoded>
<wp:post_id>123</wp:post_id><wp:post_date_gmt>2026-10-07 06:30:00</wp:post_date_gmt>
<wp:post_modified_gmt>2026-10-07 ${modified}</wp:post_modified_gmt>
<wp:post_name>night-ferries</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
</item></channel></rss>`,
  api: JSON.stringify([
    {
      id: 123,
      date_gmt: '2026-10-07T06:30:00',
      modified_gmt: '2026-10-07T06:30:00',
      guid: { rendered: 'https://site.example.org/?p=123' },
      link: 'https://site.example.org/2026/10/07/night-ferries/',
      slug: 'night-ferries',
      status: 'publish',
      type: 'post',
      title: { rendered: 'Ferries return' },
      content: { rendered: '<p>Two boats, four nights a week. The rest, by the API.</p>' },
      excerpt: { rendered: '<p>Two boats […]</p>' },
      _links: { self: [{ href: 'https://site.example.org/wp-json/wp/v2/posts/123' }] },
    },
  ]),
};

test('a post from the feed, the export and the API of its site is one story', async () => {
  const { run, stored, write, store } = await newsroom({ 'a.xml': POST.feed });
  expect((await run()).counts).toMatchObject({ new: 1 });
  const { id } = await stored('night-ferries');
  const come = async (content: string, name = 'a.xml') => {
    const { stories } = await run([write(name, content)]);
    return stories.map(({ outcome }) => outcome);
  };
  // What stands behind the feed is better than its excerpt, and then stays.
  expect(await come(POST.export())).toEqual(['changed']);
  expect(await come(POST.api, 'a.json')).toEqual(['unchanged']);
  expect(await come(POST.feed)).toEqual(['unchanged']);
  expect(await come(POST.export('09:00:00'))).toEqual(['changed']);
  expect(await come(POST.feed)).toEqual(['unchanged']);
  expect(await store.db.selectFrom('articles').select('id').execute()).toEqual([{ id }]);
  expect(await stored('night-ferries')).toMatchObject({
    body: '<p>Two boats, four nights a week. The rest of the story.</p>',
    // Its sender stamped it anew, but readers find not a word changed.
    updated: null,
  });
});

test('a story of an agency as ninjs and as NewsML-G2 is one', async () => {
  const ninjs = JSON.stringify({
    uri: 'urn:newsml:wire.example:1',
    type: 'text',
    language: 'en',
    firstcreated: '2026-10-07T06:00:00Z',
    versioncreated: '2026-10-07T06:30:00Z',
    headlines: [{ role: 'main', value: 'Ferries return' }],
    bodies: [{ role: 'main', contenttype: 'text/html', value: '<p>Two boats.</p>' }],
  });
  const newsml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:1" version="2">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-10-07T06:30:00Z</versionCreated>
<firstCreated>2026-10-07T06:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Ferries return</headline><by>Ann Lee</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Two boats.</p></body></html></inlineXML></contentSet></newsItem>`;
  const { run, stored } = await newsroom({ 'a.json': ninjs, 'b.xml': newsml });
  expect((await run()).counts).toMatchObject({ new: 1, unchanged: 1, failed: 0 });
  expect((await run()).counts).toMatchObject({ unchanged: 2 });
  expect(await stored('ferries-return')).toMatchObject({ revision: 1 });
});
