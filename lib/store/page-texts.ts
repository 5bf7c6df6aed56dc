import type { Store } from './open-store.ts';

/** What is known of the page that a story leads to. */
export type PageTextRow = {
  /** Of the entry that led to it. */
  entryHash: string;
  /** What was found there, as JSON; null if nothing ever was. */
  page: string | null;
  /** ISO 8601. */
  triedAt: string;
};

/** What is known of a story's page; null if it was never asked for. */
export async function findPageText(store: Store, sourceId: string): Promise<PageTextRow | null> {
  const row = await store.db
    .selectFrom('page_texts')
    .selectAll()
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row ? { entryHash: row.entry_hash, page: row.page, triedAt: row.tried_at } : null;
}

/** Keeps what a story's page gave. */
export async function keepPageText(store: Store, sourceId: string, row: PageTextRow) {
  const values = { entry_hash: row.entryHash, page: row.page, tried_at: row.triedAt };
  await store.db
    .insertInto('page_texts')
    .values({ source_id: sourceId, ...values })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
    .execute();
}
