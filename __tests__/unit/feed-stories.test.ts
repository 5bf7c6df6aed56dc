import { expect, test } from '@jest/globals';
import type { NoStory } from '#lib/ingest/reading.ts';
import { atomEntry, onlyStory, read, rssItem } from './feed-samples.ts';

test.each([
  ['RSS 2.0', rssItem('<title>Ferries</title><description>Text.</description>')],
  [
    'RSS 0.91 with a document type',
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd"><rss version="0.91"><channel><item><title>Ferries</title><description>Text.</description></item></channel></rss>',
  ],
  [
    'RSS 1.0',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://n.example/"/><item rdf:about="http://n.example/1"><title>Ferries</title><description>Text.</description></item></rdf:RDF>',
  ],
  [
    'RSS 0.9',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel/><item><title>Ferries</title><description>Text.</description></item></rdf:RDF>',
  ],
  ['Atom 1.0', atomEntry('<title>Ferries</title><content>Text.</content>')],
  [
    'Atom 0.3',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Ferries</title><content type="text/html" mode="escaped">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>',
  ],
  [
    'JSON Feed 1.1',
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Ferries","content_text":"Text."}]}',
  ],
  [
    'JSON Feed behind a guard',
    ')]}\',\n{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"Ferries","content_html":"<p>Text.</p>"}]}',
  ],
  [
    'RSS behind a warning',
    `<br />\n<b>Warning</b>: in /srv/x.php\n<?xml version="1.0"?>${rssItem('<title>Ferries</title><description>Text.</description>')}`,
  ],
  [
    'RSS behind words',
    `Debug: 1\n${rssItem('<title>Ferries</title><description>Text.</description>')}`,
  ],
  ['RSS that breaks off', '<rss><channel><item><title>Ferries</title><description>Text.'],
])('%s', (_, text) => {
  expect(onlyStory(text).input).toMatchObject({ headline: 'Ferries', body: '<p>Text.</p>' });
});

test.each([
  ['OPML', '<opml version="2.0"><body/></opml>', 'It is OPML, a list of feeds.'],
  ['a web page', '<!doctype html><p>x', 'It is a web page, not a story'],
  [
    'a web page in XHTML',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
    'It is a web page, not a story',
  ],
  [
    'another XML',
    '<kml><a/></kml>',
    'It is XML that Lede doesn’t read: its first element is “kml”.',
  ],
  ['a feed without entries', '<rss><channel/></rss>', 'It is a feed that holds no entries.'],
  ['XML that holds nothing', '<?xml version="1.0"?>', 'It is XML that holds nothing.'],
  [
    'a title and no text',
    rssItem('<title>Ferries</title>'),
    'It has only a title (“Ferries”) and no text.',
  ],
  ['neither', rssItem('<guid>1</guid>'), 'It has neither a title nor a text.'],
  ['a bomb', `<rss>${'<a>'.repeat(1000)}`, 'Its elements are nested too deeply.'],
])('%s is refused with a sentence', (_, text, reason) => {
  expect(read(text)).toEqual([
    expect.objectContaining({ outcome: 'failed', reason: expect.stringContaining(reason) }),
  ]);
});

test('a Markdown story that speaks of feeds stays one', () => {
  const story =
    '---\ntitle: Feeds\ndate: 2026-10-07\n---\nWrite <rss> and <?xml first.\n\n<p>x</p>';
  expect(onlyStory(story).input.headline).toBe('Feeds');
});

test('two entries with one id: the first is taken, the second is reported', () => {
  const item = (title: string) =>
    `<item><guid>http://n.example/1</guid><title>${title}</title><description>x</description></item>`;
  const [first, second, ...others] = read(
    `<rss><channel>${item('New')}${item('Old')}</channel></rss>`,
  );
  expect(first).toMatchObject({ place: 'feed.xml, entry 1', input: { headline: 'New' } });
  expect((second as NoStory).reason).toBe(
    'It has the same id (“feed:http://n.example/1”) as feed.xml, entry 1, which was taken.',
  );
  expect(others).toEqual([]);
});

const site = '<link>http://n.example/</link>';

test.each([
  [
    'its guid',
    '<guid>http://n.example/?p=1</guid><link>http://n.example/a</link>',
    'wordpress:n.example/1',
  ],
  ['a guid of the feed’s own', '<guid isPermaLink="false">17</guid>', 'feed:http://n.example/ 17'],
  ['its link', '<link>http://n.example/a</link>', 'feed:http://n.example/a'],
  ['a relative link', '<link>/a</link>', 'feed:http://n.example/a'],
  ['what it says', '', expect.stringMatching(/^feed:http:\/\/n\.example\/ [0-9a-f]{32}$/)],
  [
    'a guid that is too long',
    `<guid>http://n.example/${'x'.repeat(600)}</guid>`,
    expect.stringMatching(/^feed:[0-9a-f]{32}$/),
  ],
])('a story is known by %s', (_, inItem, sourceId) => {
  const text = rssItem(`${inItem}<title>Ferries</title><description>Text.</description>`, site);
  expect(onlyStory(text).input.sourceId).toEqual(sourceId);
  expect(onlyStory(text).input.sourceId).toBe(onlyStory(text).input.sourceId);
});

const long = 300_000;

test.each([
  [
    'an author without end',
    rssItem(`<author>${'a'.repeat(long)}</author><description>x</description>`),
  ],
  [
    'a date without end',
    rssItem(`<pubDate>${'1 '.repeat(long)}</pubDate><description>x</description>`),
  ],
  [
    'a title of angle brackets',
    rssItem(`<title>${'&lt;'.repeat(long)}</title><description>x</description>`),
  ],
  ['comments that never end', `${'<!-- '.repeat(long)}`],
  [
    'a summary of dots',
    rssItem(
      `<description>${'...  '.repeat(long / 10)}</description><content:encoded>x</content:encoded>`,
    ),
  ],
])('%s is read in a moment', (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(5000);
});
