import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { MOST_RANKED, searchArticles } from '#lib/store/search.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

const body = (text: string) => `<p>${text}</p>` as SafeHtml;

const STORIES = [
  { slug: 'in-body', body: body('A herring boat came in.'), published: '2026-10-09T00:00:00.000Z' },
  { slug: 'in-headline', headline: 'Herring boat lands', published: '2026-10-01T00:00:00.000Z' },
  { slug: 'in-standfirst', standfirst: 'A boat full of herring.' },
  { slug: 'accents', headline: 'Café São Tomé opens' },
  { slug: 'khmer', lang: 'km', headline: 'សាឡាងយប់', body: body('សាឡាងយប់ត្រឡប់មកកោះវិញហើយ') },
  { slug: 'persian', lang: 'fa', headline: 'کشتی‌های شبانه بازگشتند' },
] as const;

describe.each(ENGINES)('search on $engine', ({ newDatabase }) => {
  let store: Store;

  beforeAll(async () => {
    store = await openStore(await newDatabase());
    for (const story of STORIES) {
      const article = sampleArticle({ ...story });
      await saveArticle(store, article, arrivalOf(article));
    }
  });

  afterAll(() => store.close());

  async function found(query: string, lang: 'en' | 'fa' | 'km' = 'en'): Promise<string[]> {
    const { hits } = await searchArticles(store, { query, lang, limit: 50, offset: 0 });
    return hits.map(({ teaser }) => teaser.slug);
  }

  test('headlines come before standfirsts, and those before the text, whatever their age', async () => {
    expect(await found('herring boat')).toEqual(['in-headline', 'in-standfirst', 'in-body']);
  });

  test.each([
    ['in capitals', 'HERRING', 3],
    ['without accents', 'cafe sao tome', 1],
    ['as a phrase', '"herring boat"', 2],
    ['with a word that no story has', 'herring zeppelin', 0],
    ['of nothing but signs', '"*" OR (NEAR: ^', 0],
    ['that looks like a command', 'headline: herring', 0],
    ['of nothing', '   ', 0],
  ])('a search %s', async (_name, query, count) => {
    expect((await found(query)).length).toBe(count);
  });

  test('a search stays within its edition', async () => {
    expect(await found('herring', 'fa')).toEqual([]);
  });

  test.each(['សាឡាង', 'ត្រឡប់', 'កោះ', 'សាឡាងយប់'])(
    'Khmer %s is found without spaces',
    async (word) => {
      expect(await found(word, 'km')).toEqual(['khmer']);
    },
  );

  test.each(['کشتی', 'كشتي‌های', 'كشتيهاي شبانه'])('Persian %s is found', async (word) => {
    expect(await found(word, 'fa')).toEqual(['persian']);
  });

  test('a word in more stories than are counted gives the newest first, page by page', async () => {
    const many = await openStore(await newDatabase());
    const count = MOST_RANKED + 30;
    for (let index = 0; index < count; index++) {
      const published = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
      const article = sampleArticle({ slug: `story-${index}`, published });
      await saveArticle(many, article, arrivalOf(article));
    }
    const page = async (offset: number) =>
      searchArticles(many, { query: 'ferry', lang: 'en', limit: 2, offset });
    const first = await page(0);
    expect(first.total).toBeNull();
    expect(first.hits.map(({ teaser }) => teaser.slug)).toEqual([
      `story-${count - 1}`,
      `story-${count - 2}`,
    ]);
    expect((await page(count - 1)).hits.map(({ teaser }) => teaser.slug)).toEqual(['story-0']);
    await many.close();
  }, 30_000);
});
