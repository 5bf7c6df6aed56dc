import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { searchArticles } from '#lib/store/search.ts';
import { arrivalOf, sampleArticle } from '../store/sample-article.ts';
import { medianOf, type Table } from './median.ts';

const STORIES = 20_000;
const WORDS = 600;

const SEARCHES = [
  ['a word in 20 stories', 'lighthouse'],
  ['a word in 2,000 stories', 'herring'],
  ['a word in every story', 'harbour'],
  ['a word in every story and a rare one', 'harbour lighthouse'],
  ['a word that no story has', 'zeppelin'],
] as const;

/** How long a search takes, by how common its words are. */
export async function measureSearch(): Promise<Table> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lede-bench-'));
  const store = await openStore(`file:${path.join(folder, 'lede.db')}`);
  try {
    await fill(store);
    const rows = [];
    for (const [name, query] of SEARCHES) {
      const search = { query, lang: 'en', limit: 21, offset: 0 } as const;
      rows.push({ name, milliseconds: await medianOf(() => searchArticles(store, search)) });
    }
    return { title: `Search in ${STORIES} stories of ${WORDS} words`, rows };
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function fill(store: Store): Promise<void> {
  for (let index = 0; index < STORIES; index++) {
    const words = Array.from(
      { length: WORDS },
      (_, place) => `w${(index * 31 + place * 7) % 5000}`,
    );
    words[100] = 'harbour';
    if (index % 10 === 0) words[200] = 'herring';
    if (index % 1000 === 0) words[300] = 'lighthouse';
    const published = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString();
    const body = `<p>${words.join(' ')}</p>` as SafeHtml;
    const article = sampleArticle({ slug: `story-${index}`, published, body });
    await saveArticle(store, article, { ...arrivalOf(article), contentHash: String(index) });
  }
}
