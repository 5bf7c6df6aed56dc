import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  findAuthor,
  findTopic,
  newestTeasers,
  relatedTeasers,
  sectionsWithStories,
} from '#lib/store/article-lists.ts';
import { findByAddress, findBySource, SlugTakenError, saveArticle } from '#lib/store/articles.ts';
import { changesAfter, newestChange } from '#lib/store/changes.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { releaseEmbargoed, withdrawArticle } from '#lib/store/release.ts';
import { searchArticles } from '#lib/store/search.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

describe.each(ENGINES)('stories on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const save = (changes: Parameters<typeof sampleArticle>[0] = {}) => {
    const article = sampleArticle(changes);
    return saveArticle(store, article, arrivalOf(article));
  };

  const slugs = async (list: Parameters<typeof newestTeasers>[1]) =>
    (await newestTeasers(store, list)).map((teaser) => teaser.slug);

  const search = (query: string) =>
    searchArticles(store, { query, lang: 'en', limit: 10, offset: 0 });

  test('a story is new once, unchanged the same again, changed when it differs', async () => {
    expect((await save()).outcome).toBe('new');
    expect((await save()).outcome).toBe('unchanged');
    const changed = await save({ headline: 'Night ferries are back' });
    expect(changed.outcome).toBe('changed');
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual(['night-ferries']);
    expect((await newestTeasers(store, { lang: 'en', limit: 9 }))[0]?.headline).toBe(
      'Night ferries are back',
    );
  });

  test('every version of a story is kept', async () => {
    const { id } = await save();
    await save({ headline: 'Night ferries are back' });
    const rows = await store.db
      .selectFrom('revisions')
      .selectAll()
      .where('article_id', '=', id)
      .orderBy('revision')
      .execute();
    expect(rows.map((row) => [row.revision, JSON.parse(row.document).headline])).toEqual([
      [1, 'Night ferries return'],
      [2, 'Night ferries are back'],
    ]);
  });

  test('two stories can’t have one address, and the refusal changes nothing', async () => {
    await save();
    const before = await newestChange(store);
    await expect(save({ sourceId: 'other/1' })).rejects.toThrow(SlugTakenError);
    await expect(save({ sourceId: 'other/1' })).rejects.toThrow(
      /“night-ferries” is already the address of another story in en \(test\/en\/night-ferries\)/,
    );
    expect(await newestChange(store)).toBe(before);
    expect((await save({ sourceId: 'other/1', lang: 'fa' })).outcome).toBe('new');
  });

  test('a story that moves to another section leaves the lists of the old one', async () => {
    await save();
    await save({
      section: { slug: 'economy', name: 'Economy' },
      topics: [{ slug: 'trade', name: 'Trade' }],
      authors: [{ slug: 'petra', name: 'Petra', description: '', image: null }],
    });
    expect(await slugs({ lang: 'en', section: 'region', limit: 9 })).toEqual([]);
    expect(await slugs({ lang: 'en', section: 'economy', limit: 9 })).toEqual(['night-ferries']);
    expect(await slugs({ lang: 'en', topic: 'transport', limit: 9 })).toEqual([]);
    expect(await findTopic(store, 'en', 'trade')).toEqual({ slug: 'trade', name: 'Trade' });
    expect(await findAuthor(store, 'en', 'ifeoma-bascombe')).toBeNull();
    const [change] = (await changesAfter(store, 1, 10)).slice(-1);
    expect(change?.tags).toEqual(
      expect.arrayContaining([
        'section:en/region',
        'section:en/economy',
        'topic:en/transport',
        'topic:en/trade',
        'author:en/petra',
        'sections:en',
      ]),
    );
  });

  test('lists are newest first, by edition, and go on where the last page ended', async () => {
    for (const day of ['01', '02', '03', '04']) {
      await save({ slug: `day-${day}`, published: `2026-10-${day}T00:00:00.000Z` });
    }
    await save({ slug: 'farsi', lang: 'fa' });
    expect(await slugs({ lang: 'en', limit: 3 })).toEqual(['day-04', 'day-03', 'day-02']);
    expect(await slugs({ lang: 'en', limit: 3, offset: 3 })).toEqual(['day-01']);
    expect(await sectionsWithStories(store, 'en')).toEqual([
      { slug: 'region', name: 'Region', count: 4 },
    ]);
  });

  test('related stories share topics first, then the section; never the story itself', async () => {
    const { id } = await save();
    await save({ slug: 'same-section', topics: [] });
    await save({ slug: 'same-topic', section: { slug: 'world', name: 'World' } });
    await save({ slug: 'elsewhere', topics: [], section: { slug: 'world', name: 'World' } });
    const story = { id, lang: 'en', section: 'region', topics: ['transport'] } as const;
    const related = await relatedTeasers(store, { ...story, topics: [...story.topics] }, 4);
    expect(related.map((teaser) => teaser.slug)).toEqual(['same-topic', 'same-section']);
  });

  test('an embargoed story is nowhere before its instant, and everywhere after it', async () => {
    await save({ embargoedUntil: '2999-01-01T00:00:00.000Z' });
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual([]);
    expect((await search('ferries')).total).toBe(0);
    expect(await newestChange(store)).toBe(0);

    await releaseEmbargoed(store, '2998-12-31T23:59:59.999Z');
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual([]);
    await releaseEmbargoed(store, '2999-01-01T00:00:00.000Z');
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual(['night-ferries']);
    expect((await search('ferries')).total).toBe(1);
    expect((await changesAfter(store, 0, 10)).map((change) => change.kind)).toEqual([
      'article.published',
    ]);
  });

  test('an embargo that has already lifted holds nothing back', async () => {
    await save({ embargoedUntil: '2020-01-01T00:00:00.000Z' });
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual(['night-ferries']);
  });

  test('a withdrawn story leaves lists and search, and no import brings it back', async () => {
    const { id } = await save();
    expect(await withdrawArticle(store, id, 'Names a minor', EDITOR)).toBe(true);
    expect(await withdrawArticle(store, id, 'again', EDITOR)).toBe(false);
    expect(await slugs({ lang: 'en', limit: 9 })).toEqual([]);
    expect((await search('ferries')).total).toBe(0);
    expect((await save({ headline: 'Back again' })).outcome).toBe('withdrawn');
    expect((await findByAddress(store, 'en', 'night-ferries'))?.state).toBe('withdrawn');
    expect((await findBySource(store, 'test/en/night-ferries'))?.state).toBe('withdrawn');
  });
});
