import type { Transaction } from 'kysely';
import type { Article } from '#lib/model/article.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { searchTerms } from '#lib/text/search-terms.ts';
import type { SearchIndex } from './engine.ts';
import type { Tables } from './schema.ts';

/** Stories published in one millisecond that can be told apart. */
const ROWS_PER_MILLISECOND = 1000;

/** A free row number in the search index. Numbers rise with the time of publication, so that the
 *  newest matches can be read off the end of the index, however many there are. */
export async function freeSearchRow(
  transaction: Transaction<Tables>,
  published: string,
): Promise<number> {
  const first = Date.parse(published) * ROWS_PER_MILLISECOND;
  const last = await transaction
    .selectFrom('articles')
    .select(({ fn }) => fn.max('search_row').as('row'))
    .where('search_row', '>=', first)
    .where('search_row', '<', first + ROWS_PER_MILLISECOND)
    .executeTakeFirst();
  return last?.row ? last.row + 1 : first;
}

/** Puts the terms of a story into the search index. */
export async function indexArticle(
  index: SearchIndex,
  transaction: Transaction<Tables>,
  row: number,
  article: Article,
): Promise<void> {
  const terms = (text: string) => searchTerms(text, article.lang);
  const people = article.authors.map((author) => author.name);
  const topics = article.topics.map((topic) => topic.name);
  await index.add(transaction, row, {
    lang: article.lang,
    headline: terms(article.headline),
    standfirst: terms(article.standfirst),
    people: terms([...people, ...topics, article.dateline].join(' . ')),
    body: terms([plainText(article.body), article.image?.caption ?? ''].join('\n')),
  });
}
