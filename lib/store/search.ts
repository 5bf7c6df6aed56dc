import type { LanguageCode } from '#lib/model/language.ts';
import type { Teaser } from '#lib/model/views.ts';
import { searchQueryTerms } from '#lib/text/search-terms.ts';
import type { SearchMatch } from './engine.ts';
import type { Store } from './open-store.ts';
import { parseTeaser } from './teasers.ts';

/** Up to this many matches are counted and put in order of merit. A word that is in every story
 *  costs no more than this: beyond it the newest come first. */
export const MOST_RANKED = 500;

export type Found = {
  hits: { teaser: Teaser; document: string }[];
  /** Null where there are more than MOST_RANKED. */
  total: number | null;
};

/** Published stories of an edition that have all the words and phrases of a reader's query. Those
 *  that have them in the headline come first, then in standfirst, people and topics, then the
 *  rest, each newest first. */
export async function searchArticles(
  store: Store,
  search: { query: string; lang: LanguageCode; limit: number; offset: number },
): Promise<Found> {
  const { lang } = search;
  const phrases = searchQueryTerms(search.query, lang);
  if (phrases.length === 0) return { hits: [], total: 0 };

  const newest = (within: SearchMatch['within'], limit: number, offset = 0) =>
    store.engine.search.newest(store.db, { lang, phrases, within }, { limit, offset });
  const all = await newest('anywhere', MOST_RANKED + 1);
  if (all.length > MOST_RANKED) {
    const rows = await newest('anywhere', search.limit, search.offset);
    return { hits: await storiesAt(store, rows), total: null };
  }
  const ranked = new Set([
    ...(await newest('headline', MOST_RANKED)),
    ...(await newest('opening', MOST_RANKED)),
    ...all,
  ]);
  const rows = [...ranked].slice(search.offset, search.offset + search.limit);
  return { hits: await storiesAt(store, rows), total: all.length };
}

async function storiesAt(store: Store, searchRows: number[]): Promise<Found['hits']> {
  if (searchRows.length === 0) return [];
  const rows = await store.db
    .selectFrom('articles')
    .select(['search_row', 'teaser', 'document'])
    .where('search_row', 'in', searchRows)
    .execute();
  const byRow = new Map(rows.map((row) => [row.search_row, row]));
  return searchRows.flatMap((searchRow) => {
    const row = byRow.get(searchRow);
    return row ? [{ teaser: parseTeaser(row), document: row.document }] : [];
  });
}
