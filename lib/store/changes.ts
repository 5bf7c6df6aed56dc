import type { Transaction } from 'kysely';
import type { Store } from './open-store.ts';
import type { ChangeKind, Tables } from './schema.ts';

/** One entry of the change log: what changed, and the cache tags that it makes stale. */
export type Change = { seq: number; at: string; kind: ChangeKind; subject: string; tags: string[] };

/** Writes a change in the transaction of what it tells of, so that neither is there alone. */
export async function recordChange(
  transaction: Transaction<Tables>,
  change: Omit<Change, 'seq'>,
): Promise<void> {
  await transaction
    .insertInto('changes')
    .values({ ...change, tags: JSON.stringify(change.tags) })
    .execute();
}

/** The changes after number `position`, in their order, at most `limit` of them. */
export async function changesAfter(
  store: Store,
  position: number,
  limit: number,
): Promise<Change[]> {
  const rows = await store.db
    .selectFrom('changes')
    .selectAll()
    .where('seq', '>', position)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, tags: JSON.parse(row.tags) }));
}

/** The number of the newest change; 0 before the first. */
export async function newestChange(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}
