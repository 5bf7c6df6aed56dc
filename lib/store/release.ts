import type { Transaction } from 'kysely';
import { recordArticleChange } from './article-changes.ts';
import { parseDocument } from './articles.ts';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';
import { indexArticle } from './search-index.ts';

/** Publishes the stories whose embargo has lifted by `now` (ISO 8601). */
export async function releaseEmbargoed(store: Store, now: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const due = await transaction
      .selectFrom('articles')
      .selectAll()
      .where('state', '=', 'embargoed')
      .where('release_at', '<=', now)
      .execute();
    for (const row of due) {
      const article = parseDocument(row.document);
      await transaction
        .updateTable('articles')
        .set({ state: 'published', release_at: null })
        .where('id', '=', row.id)
        .execute();
      await indexArticle(store.engine.search, transaction, row.search_row, article);
      const change = { at: now, kind: 'article.published', subject: row.id } as const;
      await recordArticleChange(transaction, change, [article]);
    }
  });
}

/** The next instant at which a story is released; null if none waits. */
export async function nextRelease(store: Store): Promise<string | null> {
  const row = await store.db
    .selectFrom('articles')
    .select(({ fn }) => fn.min('release_at').as('at'))
    .where('state', '=', 'embargoed')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Withdraws the story with this id: it leaves every list and the search, and its address says
 *  that it is gone. Answers whether a story was withdrawn now. */
export async function withdrawArticle(store: Store, id: string, reason: string): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('articles')
      .selectAll()
      .where('id', '=', id)
      .where('state', '!=', 'withdrawn')
      .executeTakeFirst();
    if (!row) return false;
    const now = new Date().toISOString();
    await markWithdrawn(transaction, row.id, now, reason);
    await store.engine.search.remove(transaction, row.search_row);
    const change = { at: now, kind: 'article.withdrawn', subject: row.id } as const;
    await recordArticleChange(transaction, change, [parseDocument(row.document)]);
    return true;
  });
}

async function markWithdrawn(
  transaction: Transaction<Tables>,
  id: string,
  at: string,
  reason: string,
): Promise<void> {
  await transaction
    .updateTable('articles')
    .set({ state: 'withdrawn', withdrawn_at: at, withdrawn_reason: reason, release_at: null })
    .where('id', '=', id)
    .execute();
}
