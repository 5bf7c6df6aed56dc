import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { clearAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { listActs, recordAct } from '#lib/store/audit-log.ts';
import { backUpStore } from '#lib/store/backup.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { publishHeld } from '#lib/store/held.ts';
import { connectStore, openStore, type Store } from '#lib/store/open-store.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { restoreStore } from '#lib/store/restore.ts';
import { searchArticles } from '#lib/store/search.ts';
import { openSession } from '#lib/store/sessions.ts';
import { TABLE_NAMES, TABLES } from '#lib/store/tables.ts';
import { createToken } from '#lib/store/tokens.ts';
import { EDITOR } from './editor.ts';
import { ENGINES, temporaryFolder } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

let opened: Store[];
let file: string;

beforeEach(() => {
  opened = [];
  file = path.join(temporaryFolder(), 'lede.backup');
});

afterEach(async () => {
  for (const store of opened) await store.close();
});

async function open(database: string, how = openStore): Promise<Store> {
  const store = await how(database);
  opened.push(store);
  return store;
}

const save = async (store: Store, changes: Parameters<typeof sampleArticle>[0] = {}) => {
  const article = sampleArticle(changes);
  return saveArticle(store, article, arrivalOf(article));
};

/** One of everything: published, changed, embargoed and withdrawn stories, alerts. More stories
 *  than go into one batch. */
async function fill(store: Store): Promise<void> {
  for (let index = 0; index < 120; index++) await save(store, { slug: `story-${index}` });
  await save(store, { slug: 'khmer', lang: 'km', headline: 'សាឡាងយប់\u0000 “\\n”' });
  await save(store, { slug: 'story-7', headline: 'Herring, again' });
  await save(store, { slug: 'later', embargoedUntil: '2999-01-01T00:00:00.000Z' });
  const { id } = await save(store, { slug: 'gone', headline: 'Herring, withdrawn' });
  await withdrawArticle(store, id, 'Wrong.', EDITOR);
  await fillHeld(store);
  await raiseAlert(store, alertInputSchema.parse({ text: 'Ferries stop', lang: 'en' }), EDITOR);
  await clearAlerts(store, EDITOR);
  const expires = new Date(Date.now() + 864e5).toISOString();
  const input = { name: 'Night desk', scopes: ['alerts' as const], holds: false, expires };
  const { token } = await createToken(store, input, EDITOR);
  await openSession(store, token, 'A browser', EDITOR);
}

/** A story that was let through, with a newer version that waits, and one that waits whole. */
async function fillHeld(store: Store): Promise<void> {
  const hold = (excerpt: string, changes: Parameters<typeof sampleArticle>[0]) => {
    const article = sampleArticle(changes);
    const where = { kind: 'body', excerpt, index: 0 } as const;
    const finding = { rule: 'image-description-missing', severity: 'serious', where } as const;
    const findings = [{ ...finding, message: 'Say what it shows.' }];
    return saveArticle(store, article, { ...arrivalOf(article), policy: 'hold', findings });
  };
  const { id } = await hold('a.jpg', { slug: 'held' });
  await publishHeld(store, id, {
    editor: 'Ifeoma',
    reason: 'It is said in the text',
    actor: EDITOR,
  });
  await hold('b.jpg', { slug: 'held', headline: 'Worse' });
  await hold('a.jpg', { slug: 'waits' });
}

async function rowsOf({ db }: Store) {
  const tables = TABLE_NAMES.map(async (table) => {
    const keys: readonly string[] = TABLES[table];
    const rows: Record<string, unknown>[] = await db.selectFrom(table).selectAll().execute();
    const key = (row: Record<string, unknown>) => JSON.stringify(keys.map((name) => row[name]));
    return [table, new Map(rows.map((row) => [key(row), row]))] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

const found = async (store: Store) =>
  (await searchArticles(store, { query: 'herring', lang: 'en', limit: 9, offset: 0 })).hits.map(
    ({ teaser }) => teaser.slug,
  );

test('from SQLite to PostgreSQL and back, nothing is lost', async () => {
  const [sqlite, postgres] = ENGINES;
  const first = await open(await sqlite.newDatabase());
  await fill(first);
  await backUpStore(first, file);

  const second = await open(await postgres.newDatabase(), connectStore);
  await restoreStore(second, file);
  expect(await rowsOf(second)).toEqual(await rowsOf(first));
  expect(await listActs(second, { limit: 99 })).toEqual(await listActs(first, { limit: 99 }));
  expect((await listActs(second, { limit: 99 })).map(({ act }) => act)).toEqual(
    expect.arrayContaining(['story.withdrawn', 'story.published', 'alert.raised', 'token.created']),
  );
  // Nobody is signed in where a store is put back.
  expect(await second.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  await expect(second.db.deleteFrom('audit_log').execute()).rejects.toThrow(/can't be changed/);
  await recordAct(second.db, { actor: EDITOR, act: 'session.closed', subject: 'x' });
  expect(await found(second)).toEqual(['story-7']);
  await backUpStore(second, file);

  const third = await open(await sqlite.newDatabase());
  await restoreStore(third, file);
  expect(await rowsOf(third)).toEqual(await rowsOf(second));
  expect(await found(third)).toEqual(['story-7']);
}, 30_000);

describe.each(ENGINES)('a backup on $engine', ({ newDatabase }) => {
  test('holds every table but who is signed in', async () => {
    const { db } = await open(await newDatabase());
    const tables = await db.introspection.getTables();
    const kept = tables
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('article_search') && !name.startsWith('sqlite_'));
    expect(kept.sort()).toEqual([...TABLE_NAMES, 'sessions'].sort());
  });

  test('the change log goes on where it stood', async () => {
    const store = await open(await newDatabase());
    for (const slug of ['a', 'b', 'c']) await save(store, { slug });
    await backUpStore(store, file);
    const other = await open(await newDatabase());
    await restoreStore(other, file);
    expect(await newestChange(other)).toBe(3);
    await save(other, { slug: 'd' });
    expect((await changesAfter(other, 3, 9)).map(({ seq }) => seq)).toEqual([4]);
  }, 30_000);

  test('is refused by a store that is not empty, which stays as it was', async () => {
    const store = await open(await newDatabase());
    await save(store);
    await backUpStore(store, file);
    const before = await rowsOf(store);
    await expect(restoreStore(store, file)).rejects.toThrow(
      /is not empty \(1 in articles, .*LEDE_DATABASE\.$/,
    );
    expect(await rowsOf(store)).toEqual(before);
  });

  test('that is not whole changes nothing', async () => {
    const store = await open(await newDatabase());
    for (const slug of ['a', 'b']) await save(store, { slug });
    await backUpStore(store, file);
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const empty = await open(await newDatabase());
    const before = await rowsOf(empty);

    writeFileSync(file, gzipSync(lines.slice(0, -1).join('\n')));
    await expect(restoreStore(empty, file)).rejects.toThrow(
      /should have 2 rows of changes and has 1/,
    );
    writeFileSync(file, gzipSync([...lines.slice(0, -1), '["changes",'].join('\n')));
    await expect(restoreStore(empty, file)).rejects.toThrow(/is damaged: a line is no row/);
    writeFileSync(file, gzipSync([...lines, '["secrets",{}]'].join('\n')));
    await expect(restoreStore(empty, file)).rejects.toThrow(
      /a table that Lede doesn't know: secrets/,
    );
    expect(await rowsOf(empty)).toEqual(before);
  }, 30_000);

  test('shows one moment, whatever is written meanwhile', async () => {
    const database = await newDatabase();
    const store = await open(database);
    for (let index = 0; index < 120; index++) await save(store, { slug: `story-${index}` });
    const writer = await open(database);
    let late: Promise<unknown> | undefined;
    const { rows } = await backUpStore(store, file, () => {
      late ??= save(writer, { slug: 'zz-late' });
    });
    await late;
    expect(rows).toMatchObject({ articles: 120, changes: 120 });
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain('zz-late');
    expect(await newestChange(store)).toBe(121);
  }, 30_000);
});

describe('a file', () => {
  const text = (content: string) => gzipSync(content);
  const head = { format: 'lede-backup', made: '2026-01-01T00:00:00Z', rows: {} };
  test.each([
    ['that is no gzip', Buffer.from('SQLite format 3'), /is no backup of Lede, or is damaged/],
    ['of something else', text('{"format":"other"}\n'), /is no backup of Lede\./],
    [
      'of a later version',
      text(JSON.stringify({ ...head, version: 99, migration: '0001-first-tables' })),
      /newer Lede/,
    ],
    [
      'of a later schema',
      text(JSON.stringify({ ...head, version: 1, migration: '9999-later' })),
      /newer Lede \(9999-later\)\. Update this one first/,
    ],
    ['that breaks off', gzipSync('x'.repeat(9999)).subarray(0, 20), /breaks off in the middle/],
  ])('%s is refused in a sentence, and never written over', async (_name, content, sentence) => {
    writeFileSync(file, content);
    const store = await open('file::memory:');
    await expect(restoreStore(store, file)).rejects.toThrow(sentence);
    await expect(backUpStore(store, file)).rejects.toThrow(/is no backup of Lede\. Choose another/);
    expect(readFileSync(file)).toEqual(content);
  });

  test('of an earlier backup is replaced', async () => {
    const store = await open('file::memory:');
    await backUpStore(store, file);
    await save(store);
    expect((await backUpStore(store, file)).rows).toMatchObject({ articles: 1 });
    await expect(restoreStore(await open('file::memory:'), file)).resolves.toMatchObject({
      articles: 1,
    });
  });
});
