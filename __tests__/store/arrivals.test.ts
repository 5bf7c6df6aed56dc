import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Arrival } from '#lib/store/arrival.ts';
import { newestTeasers } from '#lib/store/article-lists.ts';
import { findBySource, SlugTakenError, saveArticle, TakenBackError } from '#lib/store/articles.ts';
import { newestChange } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { takeBack } from '#lib/store/take-back.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

const SOURCE = 'test/en/night-ferries';

describe.each(ENGINES)('versions of a story on $engine', ({ engine, emptyDatabase }) => {
  let store: Store;
  /** The same store as another process has it. Within one process SQLite has one connection, and
   *  its transactions follow one another. */
  let elsewhere: Store;

  beforeEach(async () => {
    const database = await emptyDatabase();
    store = await openStore(database);
    elsewhere = engine === 'SQLite' ? store : await openStore(database);
  });

  afterEach(async () => {
    await store.close();
    if (elsewhere !== store) await elsewhere.close();
  });

  const save = (
    changes: Parameters<typeof sampleArticle>[0] = {},
    arrival: Partial<Arrival> = {},
    into = store,
  ) => {
    const article = sampleArticle(changes);
    return saveArticle(into, article, { ...arrivalOf(article), ...arrival });
  };

  /** The version of this hour. */
  const version = (hour: number): [Parameters<typeof sampleArticle>[0], Partial<Arrival>] => {
    const at = `2026-10-07T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return [
      { headline: `Version of ${hour}`, updated: at },
      { version: at, isVersioned: true },
    ];
  };

  const cancel = (hour?: number) => {
    const at = hour ? (version(hour)[1].version ?? undefined) : undefined;
    return takeBack(store, { sourceId: SOURCE, reason: 'Its agency withdrew it.', at });
  };

  const headlines = async () =>
    (await newestTeasers(store, { lang: 'en', limit: 20 })).map(({ headline }) => headline);

  test('of versions that two imports store at once, the newest is what stays', async () => {
    const hours = [12, 19, 8, 15, 20, 9, 17, 11, 14, 10, 18, 7, 16, 13];
    const saved = await Promise.all(
      hours.map((hour, index) => save(...version(hour), index % 2 ? elsewhere : store)),
    );
    expect(await headlines()).toEqual(['Version of 20']);
    expect(saved.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
  });

  test('a version that is older than what is here leaves no trace', async () => {
    await save(...version(9));
    const before = await newestChange(store);
    expect(await save(...version(8))).toMatchObject({ outcome: 'older', slug: 'night-ferries' });
    expect(await newestChange(store)).toBe(before);
    expect(await headlines()).toEqual(['Version of 9']);
    const dated = { ...version(8)[1], isVersioned: false };
    expect((await save(version(8)[0], dated)).outcome).toBe('changed');
  });

  test('a cancellation and an older version at once: the story is off the site', async () => {
    await save(...version(8));
    await Promise.allSettled([
      save(...version(9), elsewhere),
      cancel(11),
      save(...version(10), elsewhere),
    ]);
    expect(await headlines()).toEqual([]);
    expect(await findBySource(store, SOURCE)).toMatchObject({ state: 'withdrawn' });
  });

  test('a cancellation that overtakes its story still wins; a newer version comes in', async () => {
    expect((await cancel(9)).outcome).toBe('unknown');
    expect((await cancel(8)).outcome).toBe('unchanged');
    await expect(save(...version(8))).rejects.toThrow(TakenBackError);
    await expect(save(...version(9))).rejects.toThrow('Its agency withdrew it.');
    expect(await findBySource(store, SOURCE)).toBeNull();
    expect(await newestChange(store)).toBe(0);
    expect((await save(...version(10))).outcome).toBe('new');
    expect((await cancel(9)).outcome).toBe('older');
  });

  test('a story that was taken back comes again whole, at its address', async () => {
    const { id } = await save(...version(8));
    expect((await cancel(9)).outcome).toBe('withdrawn');
    expect((await cancel(9)).outcome).toBe('unchanged');
    expect(await save(...version(10))).toMatchObject({
      outcome: 'changed',
      id,
      slug: 'night-ferries',
    });
    expect(await headlines()).toEqual(['Version of 10']);
    const search = { query: 'version', lang: 'en', limit: 9, offset: 0 } as const;
    expect((await searchArticles(store, search)).total).toBe(1);
    const row = await store.db.selectFrom('articles').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ withdrawn_at: null, withdrawn_reason: null, revision: 2 });
  });

  test('a cancellation without a date is final, and so is what the newsroom withdrew', async () => {
    const { id } = await save(...version(8));
    await cancel(9);
    await cancel();
    await expect(save(...version(20))).rejects.toThrow(TakenBackError);
    await withdrawArticle(store, id, 'Names a minor.', EDITOR);
    expect((await save(...version(21))).outcome).toBe('withdrawn');
    expect((await cancel(9)).outcome).toBe('unchanged');
    expect((await save(...version(22))).outcome).toBe('withdrawn');
  });

  test('a story whose slug was made keeps its address, and is given one where that is taken', async () => {
    const made = { otherSlugs: ['weather-2026-10-07', 'weather-2026-10-07-a1'] };
    const weather = (sourceId: string, changes = {}) =>
      save({ sourceId, slug: 'weather', headline: 'Weather', ...changes }, made);
    expect((await weather('a')).slug).toBe('weather');
    expect((await weather('b')).slug).toBe('weather-2026-10-07');
    expect((await weather('c')).slug).toBe('weather-2026-10-07-a1');
    await expect(weather('d')).rejects.toThrow(
      'The slug “weather” is already the address of another story in en (a).',
    );
    expect(await weather('b', { slug: 'storm', headline: 'Storm' })).toMatchObject({
      outcome: 'changed',
      slug: 'weather-2026-10-07',
    });
    const [teaser] = await newestTeasers(store, { lang: 'en', limit: 1 });
    expect(teaser?.slug).toMatch(/^weather/);
  });

  test('a slug that was asked for is had or refused, and may be changed', async () => {
    await save({ sourceId: 'a', slug: 'weather' });
    await expect(save({ sourceId: 'b', slug: 'weather' })).rejects.toThrow(SlugTakenError);
    expect(await save({ sourceId: 'a', slug: 'storm' })).toMatchObject({ slug: 'storm' });
    expect((await save({ sourceId: 'b', slug: 'weather' })).outcome).toBe('new');
  });

  test('the same version come another way changes nothing; only a feed gives way', async () => {
    const at = '2026-10-07T09:00:00.000Z';
    const come = async (origin: Arrival['origin'], hour = 9) => {
      const [article, arrival] = version(hour);
      return (await save({ ...article, headline: `From ${origin}` }, { ...arrival, origin }))
        .outcome;
    };
    expect(await come('feed:a')).toBe('new');
    expect(await come('feed:b')).toBe('unchanged');
    expect(await come('wordpress:export')).toBe('changed');
    expect(await come('wordpress:api')).toBe('unchanged');
    expect(await come('feed:a')).toBe('unchanged');
    expect(await come('wordpress:api', 10)).toBe('changed');
    expect(await headlines()).toEqual(['From wordpress:api']);
    const undated = { version: undefined, isVersioned: false, origin: 'feed:c' as const };
    expect((await save({ headline: 'Undated', published: at }, undated)).outcome).toBe('unchanged');
  });
});
