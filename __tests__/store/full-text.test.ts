import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ImportOptions, importStories } from '#lib/ingest/import-stories.ts';
import { findByAddress, parseDocument } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { ENGINES, temporaryFolder } from './engines.ts';

const SENTENCE =
  'The first night ferry since 2024 left the harbour of Port Maren on Thursday, with two hundred people on board, and came to the outer islands at dawn. ';
const page = (text: string) =>
  `<!doctype html><html><body><nav><a href="/">Home</a></nav><article><h1>Ferries</h1><p>${text}${SENTENCE}</p><p>${SENTENCE.repeat(3)}</p></article></body></html>`;

const answers = new Map<string, string>();
const asked: string[] = [];
const server = createServer(({ url = '' }, response) => {
  asked.push(url);
  const answer = answers.get(url);
  if (answer === undefined) response.writeHead(404).end();
  else response.end(answer);
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(ENGINES)('$engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    answers.clear();
    asked.length = 0;
    store = await openStore(await emptyDatabase());
    giveFeed('A boat came.');
  });

  afterEach(() => store.close());

  function giveFeed(summary: string, link = `${origin}/ferries`): void {
    answers.set(
      '/feed',
      `<rss><channel><language>en</language><item><guid>https://a.example/ferries</guid><link>${link}</link><title>Ferries</title><description>${summary}</description><pubDate>Wed, 07 Oct 2026 06:30:00 GMT</pubDate></item></channel></rss>`,
    );
  }

  async function run(options: Partial<ImportOptions> = {}) {
    const report = await importStories([`${origin}/feed`], {
      store,
      media: temporaryFolder(),
      languages: ['en', 'fa', 'km'],
      fullText: true,
      ...options,
    });
    const [story] = report.stories;
    return {
      outcome: story?.outcome,
      warnings: story?.warnings,
      isIncomplete: story?.isIncomplete,
    };
  }

  async function stored() {
    const row = await findByAddress(store, 'en', 'ferries');
    return row && parseDocument(row.document);
  }

  test('a summary is followed to its page, once', async () => {
    answers.set('/ferries', page(''));
    expect(await run()).toEqual({ outcome: 'new', warnings: [] });
    expect(await stored()).toMatchObject({
      headline: 'Ferries',
      standfirst: 'A boat came.',
      body: expect.stringContaining('two hundred people'),
    });
    expect(await run()).toMatchObject({ outcome: 'unchanged' });
    expect(asked).toEqual(['/feed', '/ferries', '/feed']);
  });

  test('an entry that changes leads to its page again', async () => {
    answers.set('/ferries', page('Old. '));
    await run();
    giveFeed('A boat came, at last.');
    answers.set('/ferries', page('New. '));
    expect(await run()).toMatchObject({ outcome: 'changed' });
    expect((await stored())?.body).toContain('New.');
  });

  test('without a page the summary stands, and the page is tried again later', async () => {
    expect(await run()).toEqual({
      outcome: 'new',
      isIncomplete: true,
      warnings: [
        `Its page ${origin}/ferries gave no text: its server answered 404 Not Found. It has the summary of the feed.`,
      ],
    });
    expect((await stored())?.body).toBe('<p>A boat came.</p>');
    answers.set('/ferries', page(''));
    // Not at once: a page that is not there is not asked for with each round.
    await run();
    expect(asked).toEqual(['/feed', '/ferries', '/feed']);
    await store.db
      .updateTable('page_texts')
      .set({ tried_at: new Date(Date.now() - 3_700_000).toISOString() })
      .execute();
    expect(await run()).toMatchObject({ outcome: 'changed', warnings: [] });
    expect((await stored())?.body).toContain('two hundred people');
  });

  test('an entry with only a title is a story if its page is', async () => {
    giveFeed('');
    expect(await run()).toMatchObject({ outcome: 'failed', isIncomplete: true });
    expect(await stored()).toBeNull();
    await store.db.deleteFrom('page_texts').execute();
    answers.set('/ferries', page(''));
    expect(await run()).toMatchObject({ outcome: 'new', warnings: [] });
    expect(await stored()).toMatchObject({
      standfirst: '',
      body: expect.stringContaining('two hundred people'),
    });
  });

  test('a page that fails takes back nothing that it gave', async () => {
    answers.set('/ferries', page(''));
    await run();
    answers.delete('/ferries');
    giveFeed('A boat came, at last.');
    expect(await run()).toMatchObject({ isIncomplete: true });
    expect((await stored())?.body).toContain('two hundred people');
  });

  test.each([
    ['with a text of its own', () => giveFeed(SENTENCE.repeat(10))],
    [
      'of which the page says less',
      () => {
        giveFeed(SENTENCE.repeat(5));
        answers.set('/ferries', `<!doctype html><html><body><p>${SENTENCE}</p></body></html>`);
      },
    ],
  ])('an entry %s keeps it', async (_, prepare) => {
    answers.set('/ferries', page('Page. '));
    prepare();
    await run();
    const body = (await stored())?.body ?? '';
    expect(body.length).toBeGreaterThan(SENTENCE.length * 4);
    expect(body).not.toContain('Page.');
  });

  test('a page inside of our network is not asked for', async () => {
    giveFeed('A boat came.', 'http://169.254.169.254/latest');
    const { warnings } = await run();
    expect(warnings).toEqual([expect.stringContaining('is not on the public internet')]);
  });

  test('without being asked for, and in a dry run, no page is fetched', async () => {
    answers.set('/ferries', page(''));
    await run({ isDryRun: true });
    await run({ fullText: false });
    expect(asked).toEqual(['/feed', '/feed']);
    expect((await stored())?.body).toBe('<p>A boat came.</p>');
  });
});
