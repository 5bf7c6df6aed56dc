import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { readSource } from '#lib/ingest/find-sources.ts';
import { isStory, type Reading } from '#lib/ingest/reading.ts';
import { corpus } from '../corpora.ts';
import { testWith } from '../test-with.ts';
import { compareFeed, feedsWithExpectation } from './expected-feeds.ts';

const feeds = corpus('feeds');

/** Nothing here takes a tenth of a second; only a hang takes this long. */
const PATIENCE = 5_000;

/** Every reason for which a file or an entry of the corpus is no story. */
const REASONS: [string, RegExp][] = [
  ['a feed without entries', /^It is a feed that holds no entries/],
  ['a title and no text', /^It has only a title/],
  ['neither title nor text', /^It has neither a title nor a text/],
  ['a text that is only a picture, no title', /^It has no title\./],
  ['an id that came before', /^It has the same id/],
  ['a field too long or too large', /is longer than|must be/],
  ['XML of another kind', /^It is XML that/],
  ['NewsML', /NewsML/],
  ['a list of feeds (OPML)', /^It is OPML/],
  ['a web page', /^It is a web page/],
  ['JSON that is no story', /^It is not (?:a story: an article in JSON|valid JSON)/],
  ['a text without front matter', /^It is not a story: it has no front matter/],
  ['an empty file', /^It is empty/],
  ['no text at all', /^It is (?:a binary file|a [A-Z0-9]+ file)/],
];

function kindOf(reading: Reading): string {
  if (isStory(reading)) return 'stories';
  return REASONS.find(([, pattern]) => pattern.test(reading.reason))?.[0] ?? reading.reason;
}

testWith(feeds, 'each of 3,000 files gives stories or is refused with a reason')(async () => {
  const files = readdirSync(feeds.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const [ofFiles, ofEntries] = [new Map<string, number>(), new Map<string, number>()];
  const slow: string[] = [];
  for (const file of files) {
    const start = performance.now();
    const document = await readSource({ file, root: feeds.folder });
    const readings = 'text' in document ? readDocument(document, { edition: 'en' }) : [document];
    if (performance.now() - start > PATIENCE) slow.push(file);
    const kinds = readings.map(kindOf);
    for (const kind of kinds) ofEntries.set(kind, (ofEntries.get(kind) ?? 0) + 1);
    const kind = kinds.includes('stories') ? 'stories' : (kinds[0] ?? 'nothing');
    ofFiles.set(kind, (ofFiles.get(kind) ?? 0) + 1);
  }
  const kinds = [...ofEntries].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  const rows = kinds.map(
    (kind) => `${column(ofFiles.get(kind))}${column(ofEntries.get(kind))}  ${kind}`,
  );
  process.stdout.write(`${['  files readings', ...rows].join('\n')}\n`);

  expect(files.length).toBeGreaterThan(3000);
  expect(slow).toEqual([]);
  const known = ['stories', ...REASONS.map(([name]) => name)];
  expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
  expect(ofFiles.get('stories')).toBeGreaterThan(950);
}, 60_000);

function column(count = 0): string {
  return String(count).padStart(8);
}

type Reader = { name: string; folder: string; deliberate: Record<string, string[]> };

const READERS: Reader[] = [
  {
    name: 'gofeed',
    folder: 'feeds/gofeed/testdata',
    deliberate: {
      'a date that stands alone is the one of publication, not of a change': [
        'extensions/dublincore/dublincore_item_fields.xml updated',
        'translator/rss/feed_item_fallbacks_-_rss_channel_item_extensions.xml updated',
      ],
      'a change alone stays a change here; feeds/story-dates.ts makes it the publication': [
        'translator/atom/feed_item_updated_-_atom03_feed_entry_modified.xml published',
      ],
      'all authors are named, not the first alone': [
        'extensions/dublincore/dublincore_item_multiple_values.xml authors',
      ],
      'of several links the first is the story’s': [
        'parser/rss/rdf_item_links.xml link',
        'parser/rss/rss_channel_item_links.xml link',
        'translator/rss/feed_item_links_-_rss_channel_item_links.xml link',
      ],
      'an id is taken to the letter, as Atom wants it, and not made whole': [
        'parser/atom/entry_id_xml_base.xml id',
      ],
      'tags are no part of a name or an id': [
        'parser/rss/rss_channel_item_author_naked_markup.xml authors',
        'parser/rss/rss_channel_item_guid_naked_markup.xml id',
      ],
      'a film or JSON is not the text of a story': [
        'parser/atom/issue_275_extensions_and_source.xml content',
        'parser/atom/issue_275_extensions_and_source.xml content',
      ],
    },
  },
  {
    name: 'feedsmith',
    folder: 'feeds/feedsmith/src/feeds',
    deliberate: {
      'a link that is relative to xml:base is made whole': [
        'atom/references/atom-03.xml link',
        'atom/references/atom-03.xml link',
        'atom/references/atom-03.xml link',
        'atom/references/atom-10.xml link',
        'atom/references/atom-10.xml link',
      ],
    },
  },
];

for (const { name, folder, deliberate } of READERS) {
  const feedsOfReader = corpus(folder);
  testWith(
    feedsOfReader,
    `feeds are read as ${name} reads them, but for what we do on purpose`,
  )(() => {
    const comparisons = feedsWithExpectation(feedsOfReader.folder).flatMap((file) =>
      compareFeed(feedsOfReader.folder, file).map((each) => ({ ...each, file })),
    );
    const differences = comparisons.filter(({ isSame }) => !isSame);
    process.stdout.write(
      `${name}: ${comparisons.length} fields compared, ${differences.length} read otherwise\n`,
    );
    const named = Object.values(deliberate).flat().sort();
    const unnamed = differences.filter(({ file, field }) => !named.includes(`${file} ${field}`));
    expect(unnamed).toEqual([]);
    expect(differences.map(({ file, field }) => `${file} ${field}`).sort()).toEqual(named);
    expect(comparisons.length).toBeGreaterThan(name === 'gofeed' ? 650 : 100);
  });
}
