import type { Kysely } from 'kysely';

/** Sources that are asked by the clock, and the texts of pages that their feeds lead to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sources')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_until', 'text')
    .execute();
  await db.schema
    .createTable('page_texts')
    .addColumn('source_id', 'text', (column) => column.primaryKey())
    .addColumn('entry_hash', 'text', (column) => column.notNull())
    .addColumn('page', 'text')
    .addColumn('tried_at', 'text', (column) => column.notNull())
    .execute();
}
