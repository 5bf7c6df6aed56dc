import type { Kysely } from 'kysely';

/** Which way the stored version of a story came in, and what senders have taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('articles').addColumn('origin', 'text').execute();
  await db.schema
    .createTable('withdrawals')
    .addColumn('source_id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
}
