import { cacheTags } from '#lib/model/cache-tags.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { SearchAnswer } from '#lib/model/views.ts';
import { parseDocument } from '#lib/store/articles.ts';
import { searchArticles } from '#lib/store/search.ts';
import { markExcerpt, markMatches } from '#lib/text/mark-matches.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { openFor } from './question.ts';

const PER_PAGE = 20;

/** A page of the stories that have all the words of a query, with the words marked. */
export async function searchStories(
  lang: LanguageCode,
  query: string,
  page: number,
): Promise<SearchAnswer> {
  'use cache';
  const store = await openFor(cacheTags.stories(lang));
  const offset = (page - 1) * PER_PAGE;
  const found = await searchArticles(store, { query, lang, limit: PER_PAGE + 1, offset });
  const hits = found.hits.slice(0, PER_PAGE).map(({ teaser, document }) => ({
    story: teaser,
    headline: markMatches(teaser.headline, query, lang),
    excerpt: markExcerpt(plainText(parseDocument(document).body), query, lang),
  }));
  return { query, hits, page, hasMore: found.hits.length > PER_PAGE, total: found.total };
}
