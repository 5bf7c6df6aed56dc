import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readStoryList } from '#lib/desk/stories/read-story-list.ts';
import type { Article } from '#lib/model/article.ts';
import type { Finding } from '#lib/model/finding.ts';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import type { Arrival } from '#lib/store/arrival.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { MOST_FOUND } from '#lib/store/find-headlines.ts';
import { holdArticle } from '#lib/store/hold.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

const SERIOUS: Finding = {
  rule: 'table-without-headers',
  severity: 'serious',
  where: { kind: 'body', excerpt: 'Boats', index: 0 },
  message: 'It has no headers.',
};
const MINOR: Finding = { ...SERIOUS, rule: 'text-in-capitals', severity: 'minor' };

describe.each(ENGINES)('the list of stories on $engine', ({ emptyDatabase }) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await emptyDatabase());
  });

  afterEach(() => store.close());

  const save = async (changes: Partial<Article> = {}, arrival: Partial<Arrival> = {}) => {
    const article = sampleArticle(changes);
    return (await saveArticle(store, article, { ...arrivalOf(article), ...arrival })).id;
  };
  const list = (query = '') => {
    const asked = new URLSearchParams(query);
    return readStoryList({ store }, (name) => asked.get(name) ?? '');
  };
  const headlines = async (query = '') => (await list(query)).stories.map((one) => one.headline);

  /** One story of each kind, the newest first as they are named. */
  async function everyKind() {
    const at = (day: number) => `2026-10-0${day}T06:30:00.000Z`;
    const one = (headline: string, day: number, more: Partial<Article> = {}) => ({
      headline,
      slug: headline.toLowerCase(),
      published: at(day),
      ...more,
    });
    const ids = {
      embargoed: await save(one('Embargoed', 8, { embargoedUntil: '2199-01-01T00:00:00.000Z' })),
      waiting: await save(one('Waiting', 7)),
      held: await save(one('Held', 6), { findings: [SERIOUS, MINOR], policy: 'hold' }),
      byHand: await save(one('ByHand', 5)),
      serious: await save(one('Serious', 4), { findings: [SERIOUS, SERIOUS] }),
      persian: await save(one('شبانه', 3, { lang: 'fa', slug: 'night' })),
      withdrawn: await save(one('Withdrawn', 2), { findings: [SERIOUS] }),
    };
    await save(one('Newer', 7, { slug: 'waiting' }), { findings: [SERIOUS], policy: 'hold' });
    await holdArticle(store, ids.byHand, 'The lawyer asks', EDITOR);
    await withdrawArticle(store, ids.withdrawn, 'Names a minor', EDITOR);
    return ids;
  }

  test('all stories are there, whatever their state, newest first, with what there is to say', async () => {
    await everyKind();
    const { stories, newer, older } = await list();
    expect({ newer, older }).toEqual({ newer: null, older: null });
    expect(stories).toMatchObject([
      { headline: 'Embargoed', state: 'embargoed', releaseAt: '2199-01-01T00:00:00.000Z' },
      { headline: 'Waiting', state: 'published', hasWaiting: true, serious: 0 },
      { headline: 'Held', state: 'held', heldReason: null, serious: 1, minor: 1 },
      { headline: 'ByHand', state: 'held', heldReason: 'The lawyer asks', serious: 0 },
      { headline: 'Serious', state: 'published', hasWaiting: false, serious: 2, minor: 0 },
      { headline: 'شبانه', lang: 'fa' },
      { headline: 'Withdrawn', withdrawnReason: 'Names a minor', withdrawnAt: expect.any(String) },
    ]);
  });

  test.each([
    ['state=published', ['Waiting', 'Serious', 'شبانه']],
    ['state=held', ['Waiting', 'Held', 'ByHand']],
    ['state=embargoed', ['Embargoed']],
    ['state=withdrawn', ['Withdrawn']],
    ['state=serious', ['Held', 'Serious']],
    ['lang=fa', ['شبانه']],
    ['state=held&lang=fa', []],
    ['words=serious', ['Serious']],
    ['words=held', ['Held']],
    ['words=Withdrawn', ['Withdrawn']],
    ['words=held&state=published', []],
    ['words=waiting&state=held', ['Waiting']],
    ['words=serious&state=held', []],
    ['words=serious&state=serious', ['Serious']],
    ['words=waiting&state=serious', []],
    ['words=شبانه', ['شبانه']],
    ['words=nothing', []],
    ['words=!!', []],
    ['state=nonsense&lang=xx&older=yesterday', 7],
  ] as const)('%s', async (query, expected) => {
    await everyKind();
    const found = await headlines(query);
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });

  test('an address or an id finds its story, whatever else is chosen', async () => {
    const { withdrawn } = await everyKind();
    const addresses = [
      '/en/articles/withdrawn',
      'https://news.example/en/articles/withdrawn?x#y',
      withdrawn,
    ];
    for (const words of addresses) {
      const found = await list(String(new URLSearchParams({ words, state: 'held', lang: 'fa' })));
      expect(found).toMatchObject({ isNamed: true, stories: [{ headline: 'Withdrawn' }] });
    }
    const unknown = await list('words=/en/articles/none');
    expect(unknown).toMatchObject({ isNamed: false, stories: [] });
    expect((await list('words=http://[')).stories).toEqual([]);
  });

  test.each(['', 'words=ferries'])(
    'with 70 stories there are three pages, to and fro (%j)',
    async (query) => {
      for (let index = 0; index < 70; index += 1) {
        // Some of one instant.
        const published = `2026-10-07T06:${String(index >> 1).padStart(2, '0')}:00.000Z`;
        const lang = LANGUAGE_CODES[index % 3] ?? 'en';
        const state = index % 5 === 0 ? { embargoedUntil: '2199-01-01T00:00:00.000Z' } : {};
        const headline = `Night ferries ${index}`;
        await save({ slug: `s${index}`, lang, headline, published, ...state });
      }
      const queryOf = (path: string | null) => path?.split('?')[1] ?? '';
      const first = await list(query);
      const second = await list(queryOf(first.older));
      const third = await list(queryOf(second.older));
      expect([first, second, third].map(({ stories }) => stories.length)).toEqual([30, 30, 10]);
      const all = [first, second, third].flatMap(({ stories }) => stories);
      expect(new Set(all.map(({ id }) => id)).size).toBe(70);
      const times = all.map(({ published }) => published);
      expect(times).toEqual([...times].sort().reverse());
      expect([first.newer, third.older]).toEqual([null, null]);
      expect((await list(queryOf(third.newer))).stories).toEqual(second.stories);
      const back = await list(queryOf(second.newer));
      expect(back.stories).toEqual(first.stories);
      expect(back.newer).toBeNull();
      expect(queryOf(back.older)).toBe(queryOf(first.older));
    },
    30_000,
  );

  test('where very many have the words it is said that older ones may be left out', async () => {
    const id = await save({ slug: 'first' });
    await withdrawArticle(store, id, 'x', EDITOR);
    expect((await list('words=ferries')).isCut).toBe(false);
    const first = await store.db.selectFrom('articles').selectAll().executeTakeFirstOrThrow();
    const copies = Array.from({ length: MOST_FOUND }, (_, index) => ({
      ...first,
      id: `copy-${index}`,
      source_id: `copy-${index}`,
      slug: `copy-${index}`,
      search_row: index,
    }));
    for (let at = 0; at < copies.length; at += 100) {
      await store.db
        .insertInto('articles')
        .values(copies.slice(at, at + 100))
        .execute();
    }
    expect((await list('words=ferries')).isCut).toBe(true);
  });
});
