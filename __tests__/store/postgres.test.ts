import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { createTagClock } from '#lib/cache/tag-clock.ts';
import { startFollower } from '#lib/live/follower.ts';
import { alertInputSchema } from '#lib/model/alert.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { endExpiredAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { findByAddress, saveArticle } from '#lib/store/articles.ts';
import { changesAfter, newestChange, recordChange } from '#lib/store/changes.ts';
import { openStore, type Store, StoreError } from '#lib/store/open-store.ts';
import { releaseEmbargoed } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

/** What only PostgreSQL has to be asked: several instances at once, a network, limits of its own. */

jest.setTimeout(30_000);

const postgres = ENGINES[1];
const LATER = '2999-01-01T00:00:00.000Z';

let database: string;
/** Two instances of the site. */
let one: Store;
let two: Store;

beforeEach(async () => {
  database = await postgres.emptyDatabase();
  one = await openStore(database);
  two = await openStore(database);
});

afterEach(async () => {
  await one.close();
  await two.close();
});

const save = (store: Store, changes: Parameters<typeof sampleArticle>[0] = {}) => {
  const article = sampleArticle(changes);
  return saveArticle(store, article, arrivalOf(article));
};

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function asOutsider<Row>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query(statement).finally(() => client.end());
  return rows;
}

const cutEveryLine = () =>
  asOutsider(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );

test('changes become visible in the order of their numbers', async () => {
  const change = { at: LATER, kind: 'alert.raised' as const, subject: 'x', tags: [] };
  let second: Promise<void> | undefined;
  await one.db.transaction().execute(async (slow) => {
    await recordChange(slow, change);
    second = two.db.transaction().execute((quick) => recordChange(quick, change));
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Without the lock the second would stand here with a higher number, and the first be missed.
    expect(await changesAfter(two, 0, 9)).toEqual([]);
  });
  await second;
  expect((await changesAfter(two, 0, 9)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test('an embargo that two instances see fall due is lifted once; so is an alert ended', async () => {
  await save(one, { embargoedUntil: LATER });
  const expires = new Date(Date.now() + 3_600_000).toISOString();
  await raiseAlert(one, alertInputSchema.parse({ text: 'Soon', lang: 'en', expires }), EDITOR);
  const both = [one, two];
  await Promise.all([
    ...both.map((store) => releaseEmbargoed(store, LATER)),
    ...both.map((store) => endExpiredAlerts(store, LATER)),
  ]);
  const kinds = (await changesAfter(one, 0, 9)).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(['alert.ended', 'alert.raised', 'article.published']);
});

test('two instances that import one story store it once', async () => {
  const saved = await Promise.all([one, two, one, two].map((store) => save(store)));
  expect(saved.map(({ outcome }) => outcome).sort()).toEqual([
    'new',
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
  expect(await newestChange(one)).toBe(1);
});

test('a follower whose lines were cut takes in what it missed', async () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => {});
  const clock = createTagClock();
  const follower = await startFollower(one, clock);
  try {
    await cutEveryLine();
    await asOutsider(
      `INSERT INTO changes (at, kind, subject, tags) VALUES ('${LATER}', 'alert.raised', 'x', '["a"]')`,
    );
    await until(() => clock.position === 1);
    await save(two);
    await until(() => clock.position === 2);
    const notified = performance.now();
    await save(two, { slug: 'another' });
    await until(() => clock.position === 3);
    expect(performance.now() - notified).toBeLessThan(1500);
  } finally {
    await follower.stop();
    complaints.mockRestore();
  }
});

test('a change that sent no notice is found by the slow look', async () => {
  const clock = createTagClock();
  const follower = await startFollower(one, clock);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await asOutsider(
    `INSERT INTO changes (at, kind, subject, tags) VALUES ('${LATER}', 'alert.raised', 'x', '[]')`,
  );
  await until(() => clock.position === 1);
  await follower.stop();
});

test('a line that is cut in the middle of writing fails that writing alone', async () => {
  const writing = one.db.transaction().execute(async (transaction) => {
    await cutEveryLine();
    await transaction.selectFrom('articles').selectAll().execute();
  });
  await expect(writing).rejects.toThrow();
  expect((await save(one)).outcome).toBe('new');
});

test('stories beyond every limit of a tsvector are stored and found', async () => {
  const words = Array.from({ length: 120_000 }, (_, index) => `word${index.toString(36)}`);
  words.splice(40_000, 2, 'herring', 'lighthouse');
  const body = `<p>${words.join(' ')} ${'x'.repeat(9000)} ${'the '.repeat(5000)}</p>` as SafeHtml;
  await save(one, { body });
  const found = async (query: string) =>
    (await searchArticles(two, { query, lang: 'en', limit: 9, offset: 0 })).total;
  expect(await found('"herring lighthouse"')).toBe(1);
  expect(await found('"lighthouse herring"')).toBe(0);
  expect(await found('word0 "night ferries"')).toBe(1);
});

test('an address with the character NUL is one that nobody has', async () => {
  expect(await findByAddress(one, 'en', 'night\0ferries')).toBeNull();
});

test.each([
  ['nothing listens', { port: '1' }, /postgres:\/\/127\.0\.0\.1:1\/.*nothing listens there/],
  ['there is no such database', { pathname: '/nowhere' }, /no database of that name.*createdb/],
])('where %s, one sentence says so, without the password', async (_name, changes, sentence) => {
  const url = Object.assign(new URL(database), { password: 's3cret', ...changes });
  const opening = openStore(url.href);
  await expect(opening).rejects.toThrow(StoreError);
  await expect(opening).rejects.toThrow(sentence);
  await expect(opening).rejects.not.toThrow(/s3cret/);
});
