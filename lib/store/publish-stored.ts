import type { Transaction } from 'kysely';
import { recordArticleChange } from './article-changes.ts';
import { parseDocument } from './articles.ts';
import type { Store } from './open-store.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { indexArticle } from './search-index.ts';

/** Publishes a story that is stored already and was kept from readers until now (ISO 8601). */
export async function publishStored(
  { engine }: Store,
  transaction: Transaction<Tables>,
  { id, search_row, document }: ArticleRow,
  now: string,
): Promise<void> {
  await transaction
    .updateTable('articles')
    .set({ state: 'published', release_at: null, held_at: null, held_reason: null })
    .where('id', '=', id)
    .execute();
  const article = parseDocument(document);
  await indexArticle(engine.search, transaction, search_row, article);
  const change = { at: now, kind: 'article.published', subject: id } as const;
  await recordArticleChange(transaction, change, [article]);
}
