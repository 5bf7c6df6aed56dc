import type { Transaction } from 'kysely';
import type { Article } from '#lib/model/article.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { searchTerms } from '#lib/text/search-terms.ts';
import type { SearchIndex } from './engine.ts';
import type { Tables } from './schema.ts';

/** Row numbers that each millisecond has to itself. */
const ROWS_PER_MILLISECOND = 1000;

/** Beyond these instants (about the years 1685 and 2255) row numbers would be larger than what a
 *  number of JavaScript tells apart. Stories from there stand together at the end. */
const LAST = 9_000_000_000_000;

/** A free row number in the search index. Numbers rise with the time of publication, so that the
 *  newest matches can be read off the end of the index, however many there are. Where a millisecond
 *  has more stories than numbers, as in an export whose posts all have one date, they go on into the
 *  numbers behind it, in steps that double: whoever publishes 100,000 stories at one instant asks
 *  seven times for each. */
export async function freeSearchRow(
  transaction: Transaction<Tables>,
  published: string,
): Promise<number> {
  const instant = Math.max(-LAST, Math.min(LAST, Date.parse(published)));
  let first = instant * ROWS_PER_MILLISECOND;
  for (let size = ROWS_PER_MILLISECOND; ; size *= 2) {
    const last = await transaction
      .selectFrom('articles')
      .select(({ fn }) => fn.max('search_row').as('row'))
      .where('search_row', '>=', first)
      .where('search_row', '<', first + size)
      .executeTakeFirst();
    const free = typeof last?.row === 'number' ? last.row + 1 : first;
    if (free < first + size) return free;
    first += size;
  }
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
