import { expect, test } from '@jest/globals';
import { atomEntry, onlyStory, rssItem } from './feed-samples.ts';

const text = '<description>Text.</description>';

test.each([
  [
    'pubDate',
    rssItem(`${text}<pubDate>Wed, 07 Oct 2026 14:05:00 EST</pubDate>`),
    '2026-10-07T19:05:00.000Z',
    undefined,
    [],
  ],
  [
    'Dublin Core',
    rssItem(`${text}<dc:date>2026-10-07</dc:date><dcterms:modified>2026-10-08</dcterms:modified>`),
    '2026-10-07T00:00:00.000Z',
    '2026-10-08T00:00:00.000Z',
    [],
  ],
  [
    'Atom',
    atomEntry(
      '<content>x</content><published>2026-10-07T14:05:00Z</published><updated>2026-10-07T14:05:00Z</updated>',
    ),
    '2026-10-07T14:05:00.000Z',
    undefined,
    [],
  ],
  [
    'only a change',
    atomEntry('<content>x</content><updated>2026-10-07T14:05:00Z</updated>'),
    '2026-10-07T14:05:00.000Z',
    undefined,
    [],
  ],
  [
    'the feed’s',
    rssItem(`${text}<pubDate>soon</pubDate>`, '<lastBuildDate>2026-10-07</lastBuildDate>'),
    '2026-10-07T00:00:00.000Z',
    undefined,
    ['Its date “soon” can’t be read: it was given that of its feed, 2026-10-07T00:00:00.000Z.'],
  ],
])('date: %s', (_, feed, published, updated, warnings) => {
  const story = onlyStory(feed);
  expect(story.input).toMatchObject({ published });
  expect(story.input.updated).toBe(updated);
  expect(story.warnings).toEqual(warnings);
});

test('a story without any date is dated now, with a warning', () => {
  const { input, warnings } = onlyStory(rssItem(text));
  expect(Math.abs(Date.parse(input.published) - Date.now())).toBeLessThan(10_000);
  expect(warnings).toEqual(['It has no date: it was given the time of this import.']);
});

test.each([
  ['the item', rssItem(`${text}<dc:language>fa</dc:language>`, '<language>en</language>'), 'fa'],
  ['the feed', rssItem(text, '<language>fa-IR</language>'), 'fa'],
  ['xml:lang', atomEntry('<content xml:lang="km">x</content>', '', 'xml:lang="en"'), 'km'],
])('language of %s', (_, feed, lang) => {
  expect(onlyStory(feed).input.lang).toBe(lang);
});

test.each([
  [
    'categories',
    '<category>Climate</category><category>World</category>',
    {},
    'World',
    ['Climate'],
  ],
  ['none', '', {}, 'news', []],
  ['asked for', '<category>World</category>', { section: 'sport' }, 'sport', ['World']],
  [
    'keywords make no section',
    '<itunes:keywords>sea, port</itunes:keywords>',
    {},
    'news',
    ['sea', 'port'],
  ],
])('section and topics: %s', (_, inItem, defaults, section, topics) => {
  expect(onlyStory(rssItem(text + inItem), defaults).input).toMatchObject({ section, topics });
});

test.each([
  ['an author with a name', '<author>ann@n.example (Ann Lee)</author>', ['Ann Lee']],
  [
    'an address, and the name beside it',
    '<author>ann@n.example</author><dc:creator>Ann Lee</dc:creator>',
    ['Ann Lee'],
  ],
  ['two', '<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Roe</dc:creator>', ['Ann Lee', 'Bo Roe']],
  ['a podcast’s', '<itunes:author>Ann Lee</itunes:author>', ['Ann Lee']],
])('authors: %s', (_, inItem, names) => {
  expect(onlyStory(rssItem(text + inItem)).input.authors.map(({ name }) => name)).toEqual(names);
});

test('an Atom entry without an author has the feed’s', () => {
  const feed = atomEntry(
    '<content>x</content>',
    '<author><name>Ann</name><email>a@n.example</email></author>',
  );
  expect(onlyStory(feed).input.authors).toEqual([{ name: 'Ann' }]);
});
