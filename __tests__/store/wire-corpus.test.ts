import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findSources } from '#lib/ingest/find-sources.ts';
import { importStory } from '#lib/ingest/import-story.ts';
import type { NewsDesk } from '#lib/ingest/news-desk.ts';
import { PictureProblem } from '#lib/ingest/picture-source.ts';
import { readStories } from '#lib/ingest/read-stories.ts';
import { isStory, isWithdrawal, type Reading } from '#lib/ingest/reading.ts';
import type { StoryOutcome } from '#lib/ingest/story-outcome.ts';
import { withdrawStory } from '#lib/ingest/withdraw-story.ts';
import { parseDocument } from '#lib/store/articles.ts';
import { openStore } from '#lib/store/open-store.ts';
import { corpus } from '../corpora.ts';
import { dangersIn } from '../unit/html-audit.ts';
import { editorsNotesIn } from './editors-notes.ts';

// Some 500 files take their time on a busy machine.
jest.setTimeout(120_000);

const corpora = [corpus('wordpress'), corpus('newsml')];
const missing = corpora.filter(({ isHere }) => !isHere).map(({ folder }) => folder);
const suite = missing.length === 0 ? describe : describe.skip;
const absence = missing.length === 0 ? '' : ` (skipped: there is no ${missing.join(', no ')})`;

/** Milliseconds of the processor, which don't depend on who else uses the machine. */
type FileRead = { file: string; readings: Reading[]; milliseconds: number };

/** Every export, answer and item that a newsroom's WordPress and its wires were known to send. The
 *  pictures are out of reach. */
suite(`real files of WordPress and of wires${absence}`, () => {
  const files: FileRead[] = [];
  const outcomes: StoryOutcome[] = [];
  let desk: NewsDesk;

  beforeAll(async () => {
    const { sources } = await findSources(corpora.map(({ folder }) => folder));
    for (const source of sources) {
      if (!('file' in source)) continue;
      const start = process.cpuUsage();
      const readings: Reading[] = [];
      for await (const reading of readStories(source, { edition: 'en' })) readings.push(reading);
      const { user, system } = process.cpuUsage(start);
      files.push({ file: source.file, readings, milliseconds: (user + system) / 1000 });
    }
    const store = await openStore('file::memory:');
    const pictures = {
      make: () => Promise.reject(new PictureProblem('it is out of reach')),
      fingerprint: async () => '',
    };
    desk = { store, pictures, languages: ['en', 'fa', 'km'], isDryRun: false, policy: 'publish' };
    for (const reading of files.flatMap(({ readings }) => readings)) {
      if (isStory(reading)) outcomes.push(await importStory(desk, reading));
      else if (isWithdrawal(reading)) outcomes.push(await withdrawStory(desk, reading));
    }
  }, 120_000);

  afterAll(async () => {
    await desk?.store.close();
    process.stdout.write(tableOf(files));
  });

  test('every file gives stories or a reason, within 2 seconds', () => {
    expect(files.length).toBeGreaterThan(400);
    for (const { file, readings, milliseconds } of files) {
      expect({ file, readings: readings.length }).not.toEqual({ file, readings: 0 });
      expect({ file, isQuick: milliseconds < 2000 }).toEqual({ file, isQuick: true });
      for (const reading of readings.filter((each) => 'reason' in each)) {
        expect(reading.reason).toMatch(/^[A-Z].{10,}(?:[.…)]|[.!?]”?)$/su);
        expect(reading.reason).not.toMatch(/could not read|undefined|\[object/);
      }
    }
  });

  test('what is stored is safe', async () => {
    const rows = await desk.store.db.selectFrom('articles').selectAll().execute();
    expect(rows.length).toBeGreaterThan(80);
    for (const { slug, document } of rows) {
      const { body } = parseDocument(document);
      expect({ slug, dangers: dangersIn(body) }).toEqual({ slug, dangers: [] });
      expect(body).not.toMatch(/<!--|\[\/?(?:caption|gallery|embed)\b[^\]]*\]/);
    }
    const failures = outcomes.filter(({ outcome }) => outcome === 'failed');
    for (const { reason } of failures) {
      expect(reason).toMatch(/^(?:It is in a language that Lede has no edition for|The slug “)/);
    }
  });

  test('what is meant for editors is in no field of any story', () => {
    let notes = 0;
    for (const { file, readings } of files) {
      const pieces = editorsNotesIn(readFileSync(file, 'utf8'));
      notes += pieces.length;
      const stories = JSON.stringify(readings.filter(isStory)).replace(/\\n|\s+/g, ' ');
      for (const piece of pieces) {
        expect({ file, piece, isThere: stories.includes(piece) }).toEqual({
          file,
          piece,
          isThere: false,
        });
      }
    }
    expect(notes).toBeGreaterThan(40);
  });

  test('what is scheduled or under embargo is not published', async () => {
    const embargoed = await desk.store.db
      .selectFrom('articles')
      .select(['slug', 'state', 'release_at'])
      .where('release_at', 'is not', null)
      .execute();
    const release = { state: 'embargoed', release_at: '2030-01-01T19:00:18.000Z' };
    expect(embargoed).toEqual([{ slug: 'scheduled', ...release }]);
  });

  test('a canceled item withdraws the story of its name', async () => {
    const cancel = readingOf('test_suite/1.0/should_pass/023_pubstatus_canceled.json');
    const story = readingOf('examples/2.1/ninjsExSimpleText_2.json');
    if (!isWithdrawal(cancel) || !isStory(story)) throw new Error('The files have changed.');
    // The cancellation in the file was remembered when all files were imported.
    const sourceId = `${cancel.sourceId}/another`;
    const input = { ...story.input, sourceId, slug: 'to-be-canceled' };
    expect(await importStory(desk, { ...story, input })).toMatchObject({ outcome: 'new' });
    const taken = await withdrawStory(desk, { ...cancel, sourceId });
    expect(taken).toMatchObject({ outcome: 'withdrawn' });
  });

  const readingOf = (name: string): Reading => {
    const [fileName = '', part] = name.split(', ');
    const found = files.find(({ file }) => file.endsWith(`/${fileName}`));
    const reading = found?.readings.find(({ place }) => !part || place.endsWith(`, ${part}`));
    if (!reading) throw new Error(`There is nothing of ${name}.`);
    return reading;
  };

  test.each([
    [
      'e2e/fixtures/wxr-comprehensive.xml, post 1000',
      {
        sourceId: 'wordpress:playground.internal/site/1000',
        slug: 'comprehensive-post',
        headline: 'Comprehensive Post',
        standfirst: 'An excerpt for comprehensive post',
        section: 'News',
        topics: ['T1', 'T2', 'Updates'],
        authors: [{ name: 'Alice' }],
        published: '2024-06-05T16:04:48.000Z',
      },
    ],
    [
      'fixtures/co-authors-plus.xml, post 101',
      { authors: [{ name: 'Alice Smith' }, { name: 'Bob Jones' }, { name: 'Carol White' }] },
    ],
    [
      'fixtures/sample-with-alt.xml, post 10',
      {
        slug: 'post-with-featured-image-alt',
        authors: [{ name: 'Hermione Granger' }],
        image: {
          url: 'https://example.com/wp-content/uploads/2013/06/featured-image.jpg',
          alt: 'Sunset over mountains with orange and pink sky',
        },
      },
    ],
    [
      'data/valid-wxr-1.0.xml, post 6',
      { section: 'child', topics: ['chicken', 'face'], body: '<p>Tagged in face, chicken</p>' },
    ],
    [
      'data/theme-unit-test-data.xml, post 568',
      {
        authors: [{ name: 'Theme Buster' }],
        body: expect.stringMatching(
          /^<figure><a href="[^"]+"><img [^>]*alt="chunk of resinous blackboy husk"[^>]*><\/a><figcaption>Chunk of resinous/,
        ),
      },
    ],
    [
      'data/theme-unit-test-data.xml, post 555',
      { body: expect.stringContaining('alt="Golden Gate Bridge"><figcaption>Golden Gate Bridge') },
    ],
    [
      'mg-wp-api/test/fixtures/single-post.json',
      {
        sourceId: 'wordpress:mysite.com/12345',
        section: 'Boop',
        topics: ['foo', 'Bar & Baz', 'boop', 'beep'],
        authors: [{ name: 'Guest Writer' }],
        updated: '2019-11-07T15:37:03.000Z',
        image: {
          url: 'https://mysite.com/wp-content/uploads/2019/11/BOOP.jpg',
          alt: 'Boopity',
          caption: 'This is Boopity',
        },
      },
    ],
    [
      'mg-wp-api/test/fixtures/co-authors-post.json',
      {
        authors: [
          { name: 'Alice Smith', description: 'First author bio' },
          { name: 'Bob Jones', description: 'Second author bio' },
        ],
      },
    ],
    [
      'examples/1.4/ninjsExComplex2.json',
      {
        dateline: 'Grossetto, Italy',
        authors: [{ name: 'Paulo Santalucia' }, { name: "Frances d'Emilio" }],
        published: '2013-07-09T10:39:00.000Z',
        image: { alt: 'Costa Concordia cruise ship', credit: 'Paulo Santalucia' },
        body: expect.stringContaining('alt="Francesco Schettino at court"'),
      },
    ],
    [
      'examples/3.0/tt_text_image_3.json',
      {
        lang: 'sv',
        section: 'world',
        agencies: ['TT'],
        image: {
          url: 'https://beta.tt.se/media/text/210526-militarovning-a0f2d045/a001_NormalHires.jpg',
          credit: 'Karl Melander/TT',
        },
      },
    ],
    [
      'examples/2.1/dpa_text.json',
      { authors: [{ name: 'Christian Hollmann' }], agencies: ['dpa'], lang: 'de' },
    ],
    [
      'examples/LISTING_2_NewsML-G2_Text_Document.xml',
      {
        sourceId: 'urn:newsml:acmenews.com:20161121:US-FINANCE-FED',
        headline: 'Fed to halt QE to avert "bubble"',
        section: 'economy',
        topics: ['economy, business and finance', 'central bank', 'money and monetary policy'],
        dateline: 'New York, NY',
        authors: [{ name: 'Meredith Jameson' }],
        agencies: ['Associated Press', 'Acme News and Media LLC'],
        published: '2016-11-21T20:21:06.000Z',
        updated: '2018-11-21T21:25:32.000Z',
      },
    ],
    [
      'examples/LISTING_22_Sports_story_in_NewsML-G2NITF.xml',
      { section: 'sport', authors: [{ name: 'The Sports Network' }] },
    ],
    [
      'data/output/embargoed.xml',
      {
        lang: 'de',
        headline: 'Steinmeier: Russland zerstört kulturelles Erbe der Ukraine',
        standfirst: expect.stringMatching(/^Eine Ausstellung in Berlin zeigt/),
        dateline: 'Berlin',
        authors: [],
        agencies: ['dpa'],
        embargoedUntil: '2025-01-23T18:00:00.000Z',
        body: expect.not.stringMatching(
          /Sperrfrist|Notizblock|<h1|Eine Ausstellung in Berlin zeigt/,
        ),
      },
    ],
    [
      'data/output/with_dateline.xml',
      { dateline: 'New York', authors: [{ name: 'Andrej Sokolow' }], agencies: ['dpa'] },
    ],
  ])('%s', (name, expected) => {
    const reading = readingOf(name);
    if (!isStory(reading)) throw new Error(reading.reason);
    expect(reading.input).toMatchObject(expected);
  });
});

/** What became of the files, by their collection, and why something is no story. */
function tableOf(files: FileRead[]): string {
  const rows = Map.groupBy(files, ({ file }) => file.split('/corpora/')[1]?.split('/')[1] ?? '');
  const lines = [...rows].map(([name, group]) => {
    const readings = group.flatMap((each) => each.readings);
    const count = (outcome: string) =>
      readings.filter((each) => 'outcome' in each && each.outcome === outcome).length;
    const counts = [group.length, readings.filter(isStory).length];
    for (const outcome of ['held', 'cancel', 'failed']) counts.push(count(outcome));
    return name.padEnd(24) + counts.map((number) => String(number).padStart(10)).join('');
  });
  const reasons = files
    .flatMap(({ readings }) => readings)
    .flatMap((reading) =>
      'reason' in reading ? [`${reading.outcome}: ${kindOf(reading.reason)}`] : [],
    );
  const byKind = [...Map.groupBy(reasons, (reason) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, all]) => `${String(all.length).padStart(6)}  ${reason}`);
  const head = ['files', 'stories', 'held', 'canceled', 'refused'].map((word) => word.padStart(10));
  return `\n${' '.repeat(24)}${head.join('')}\n${lines.join('\n')}\n\n${byKind.join('\n')}\n\n`;
}

function kindOf(reason: string): string {
  return reason.replace(/not valid JSON:.*/s, 'not valid JSON: …').replace(/“[^”]{20,}”/g, '“…”');
}
