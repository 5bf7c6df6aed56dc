import type { Kysely, Transaction } from 'kysely';
import { articleSchema } from '#lib/model/article.ts';
import { findStory, findWithdrawal, versionOf } from './arrival.ts';
import { recordArticleChange } from './article-changes.ts';
import type { SearchIndex } from './engine.ts';
import type { Store } from './open-store.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { dropWaiting } from './waiting-versions.ts';

/** A story that its sender takes back. */
export type TakenBack = {
  sourceId: string;
  reason: string;
  /** When, in ISO 8601 and UTC: a newer version may come in again. Without it none may. */
  at: string | undefined;
};

/** What becomes of it. `unknown`: the story is not here, and what comes later is held unless it is
 *  newer. `older`: a version that is here was sent after it. */
export type TakenBackVerdict = {
  outcome: 'withdrawn' | 'unknown' | 'unchanged' | 'older';
  known: ArticleRow | undefined;
};

/** Takes a story off the site because its sender says so, and remembers that in any case, since the
 *  story may come behind its cancellation. */
export async function takeBack(store: Store, taken: TakenBack): Promise<TakenBackVerdict> {
  return store.db.transaction().execute(async (transaction) => {
    const verdict = await judgeTakeBack(transaction, taken);
    const { outcome, known } = verdict;
    if (outcome === 'older' || outcome === 'unchanged') return verdict;
    await rememberWithdrawal(transaction, taken);
    if (known && outcome === 'withdrawn') {
      await takeOff(store.engine.search, transaction, known, taken.reason);
    }
    return verdict;
  });
}

/** Says what would become of it. */
export async function judgeTakeBack(
  db: Kysely<Tables>,
  { sourceId, at }: TakenBack,
): Promise<TakenBackVerdict> {
  const known = await findStory(db, sourceId);
  const before = await findWithdrawal(db, sourceId);
  if (before) {
    const isNewer = before.at !== null && (at === undefined || at > before.at);
    return { outcome: isNewer ? 'unknown' : 'unchanged', known };
  }
  if (!known) return { outcome: 'unknown', known };
  if (known.state === 'withdrawn') return { outcome: 'unchanged', known };
  if (at && at < (await versionOf(db, known))) return { outcome: 'older', known };
  return { outcome: 'withdrawn', known };
}

/** From now on nothing is known of its sender having taken it back. */
export async function forgetWithdrawal(
  transaction: Transaction<Tables>,
  sourceId: string,
): Promise<void> {
  await transaction.deleteFrom('withdrawals').where('source_id', '=', sourceId).execute();
}

/** Takes a story out of every list and the search; its address says that it is gone. */
export async function takeOff(
  search: SearchIndex,
  transaction: Transaction<Tables>,
  row: ArticleRow,
  reason: string,
): Promise<void> {
  const at = new Date().toISOString();
  await transaction
    .updateTable('articles')
    .set({ state: 'withdrawn', withdrawn_at: at, withdrawn_reason: reason, release_at: null })
    .where('id', '=', row.id)
    .execute();
  await search.remove(transaction, row.search_row);
  await dropWaiting(transaction, row.id);
  const change = { at, kind: 'article.withdrawn', subject: row.id } as const;
  const article = articleSchema.parse(JSON.parse(row.document));
  await recordArticleChange(transaction, change, [article]);
}

async function rememberWithdrawal(
  transaction: Transaction<Tables>,
  { sourceId, reason, at }: TakenBack,
): Promise<void> {
  const values = { at: at ?? null, reason };
  await transaction
    .insertInto('withdrawals')
    .values({ source_id: sourceId, ...values })
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
    .execute();
}
