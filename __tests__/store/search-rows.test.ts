import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Transaction } from 'kysely';
import { saveArticle } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import type { Tables } from '#lib/store/schema.ts';
import { searchArticles } from '#lib/store/search.ts';
import { freeSearchRow } from '#lib/store/search-index.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

const INSTANT = '2026-10-07T06:30:00.000Z';
const CROWD = 2500;

describe.each(ENGINES)('rows of the search index on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const save = (slug: string, published: string) => {
    const article = sampleArticle({ slug, published });
    return saveArticle(store, article, arrivalOf(article));
  };

  const found = async () => {
    const search = { query: 'ferries', lang: 'en', limit: 9, offset: 0 } as const;
    return (await searchArticles(store, search)).hits.map(({ teaser }) => teaser.slug);
  };

  const rowAt = (published: string) =>
    store.db.transaction().execute((transaction) => freeSearchRow(transaction, published));

  test('thousands of stories of one instant all find a row, and those behind them too', async () => {
    await save('before', '2026-10-07T06:29:59.999Z');
    await save('after', '2026-10-07T06:30:00.002Z');
    await save('long-after', '2026-10-07T06:31:00.000Z');
    await save('first', INSTANT);
    await store.db.transaction().execute((transaction) => crowd(transaction, CROWD));
    await save('last', INSTANT);
    await save('soon', '2026-10-07T06:30:00.001Z');

    const rows = await store.db.selectFrom('articles').select('search_row').execute();
    expect(rows).toHaveLength(CROWD + 6);
    expect(new Set(rows.map(({ search_row }) => search_row)).size).toBe(CROWD + 6);
    expect(rows.every(({ search_row }) => Number.isSafeInteger(search_row))).toBe(true);
    const order = await found();
    expect(order[0]).toBe('long-after');
    expect(order.at(-1)).toBe('before');
    expect(order.slice(1, -1).sort()).toEqual(['after', 'first', 'last', 'soon']);
  });

  test.each([
    ['far ahead', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['long ago', '0001-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
    ['one after the other', '1960-01-01T00:00:00.000Z', '2254-01-01T00:00:00.000Z'],
  ])('dates %s are kept apart', async (_, one, other) => {
    await save('one', one);
    await save('other', other);
    expect(await found()).toEqual(['other', 'one']);
  });

  test('the row of an instant is its own as long as it is free', async () => {
    expect(await rowAt(INSTANT)).toBe(Date.parse(INSTANT) * 1000);
    await save('first', INSTANT);
    expect(await rowAt(INSTANT)).toBe(Date.parse(INSTANT) * 1000 + 1);
  });
});

/** Puts so many stories at INSTANT, each with the row that it is given, without their texts. */
async function crowd(transaction: Transaction<Tables>, count: number): Promise<void> {
  const first = await transaction.selectFrom('articles').selectAll().executeTakeFirstOrThrow();
  for (let index = 0; index < count; index++) {
    const id = `crowd-${index}`;
    const search_row = await freeSearchRow(transaction, INSTANT);
    const story = { ...first, id, source_id: id, slug: id, published: INSTANT, search_row };
    await transaction.insertInto('articles').values(story).execute();
  }
}
